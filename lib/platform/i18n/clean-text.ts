// Matches what no reader types on purpose: control characters (but for line break and tab), the marks that change the
// direction of the text around them, and noncharacters, two of which no XML file can hold.
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}]/gu

/**
 * Unicode's bound on combining marks per letter for text that is normalised as it arrives (UAX #15, 13). No language
 * uses that many.
 */
const MAX_MARKS = 30
/** What normalisation reorders: combining marks, and the halfwidth signs that become such. */
const MARK = '[\\p{M}\\uff9e\\uff9f]'
const MORE_MARKS = new RegExp(`(${MARK}{${MAX_MARKS}})${MARK}+`, 'gu')
/** Matches the ranges that hold every mark. Most texts have nothing of them, and this costs a tenth of the search. */
const MAY_BE_MARK = /[\u0300-\u1fff\u2060-\uffff]/

/**
 * Keeps the first thirty combining marks of each letter of `text`. Call it before a stranger's text is normalised.
 * Normalisation sorts the marks of a letter in quadratic time: seconds for 40 KB of marks on one letter.
 */
export const limitMarks = (text: string): string =>
  MAY_BE_MARK.test(text) ? text.replace(MORE_MARKS, '$1') : text

/**
 * Returns `text` without control characters, but for line break and tab, without marks that change its direction, and
 * without noncharacters.
 */
export const withoutControls = (text: string): string => text.replace(UNWANTED, '')

/** Returns a reader's text as it is stored: one kind of line break, composed letters, no outer space. */
export const cleanText = (text: string): string =>
  withoutControls(limitMarks(text.toWellFormed()).normalize('NFC').replace(/\r\n?/g, '\n')).trim()

/** Matches what leaves no ink: joiners, byte order marks, soft hyphens, noncharacters. */
const INVISIBLE = /[\p{Cf}\p{Noncharacter_Code_Point}\u{115f}\u{1160}\u{3164}]/gu

/** Returns whether nothing of `text` can be seen. */
export const isBlank = (text: string): boolean => text.replace(INVISIBLE, '').trim() === ''

/**
 * Returns what a reader sees of one line of `text`, for comparisons: letters composed and small, invisible characters
 * removed, one kind of space and apostrophe.
 */
export const seenText = (text: string): string =>
  cleanText(text.replace(INVISIBLE, ''))
    .toLowerCase()
    .replace(/[’‘‛ʼʹ′＇`´]/g, "'")
    .replace(/\s+/g, ' ')
