// What no reader types on purpose: control characters (but for line break and tab), and the marks that
// turn the direction of the text around them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** A reader's text as it is kept: one kind of line break, composed letters, no outer space. */
export const cleanText = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(UNWANTED, '').trim()
