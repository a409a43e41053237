/** What bytes 0x80 to 0x9F mean in Windows-1252; holes keep their control character. */
export const WINDOWS_1252 = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ')
