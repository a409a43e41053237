const NARROW = '\u202f'
const WIDE = '\u00a0'

/**
 * French typography for a text as people type it: narrow no-break space before ; : ! ? and inside « », typographic
 * apostrophes. Words and their order are not touched; English
 * is returned as it is.
 */
export function typeset(text: string, language: string): string {
  if (language !== 'fr') return text
  return text
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .replace(/[ \u00a0\u202f]+([;!?%»]|:(?!\S))/g, `${NARROW}$1`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NARROW}`)
    .replace(/([^\s\u202f])»/g, `$1${NARROW}»`)
    .replace(/(\d)[ \u00a0](?=\d{3}\b|€)/g, `$1${NARROW}`)
    .replace(/(\d) (?=(?:milliards?|millions?)\b)/g, `$1${WIDE}`)
}

/** A number as `Intl` writes it, with a minus sign where French and English have a hyphen there: as wide as the «+» above it. */
export const withMinus = (number: string) => number.replace('-', '−')

/** `text` with a capital first letter. */
export const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
