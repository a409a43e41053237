// What no reader types on purpose: control characters (but for line break and tab), and the marks that
// turn the direction of the text around them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** Unicode's bound for text that is normalised as it arrives (UAX #15, 13): no language sets so many on one letter. */
const MOST_MARKS = 30
/** What normalising moves: combining marks, and the halfwidth signs that become such. */
const MARK = '[\\p{M}\\uff9e\\uff9f]'
const MORE_MARKS = new RegExp(`(${MARK}{${MOST_MARKS}})${MARK}+`, 'gu')

/**
 * Leaves each letter of `text` its first thirty combining marks. To be called before text of others is normalised, which
 * sorts the marks of a letter in the square of their number: seconds for 40 KB of marks on one letter.
 */
export const limitMarks = (text: string): string => text.replace(MORE_MARKS, '$1')

/** A reader's text as it is kept: one kind of line break, composed letters, no outer space. */
export const cleanText = (text: string): string =>
  limitMarks(text.toWellFormed()).normalize('NFC').replace(/\r\n?/g, '\n').replace(UNWANTED, '').trim()
