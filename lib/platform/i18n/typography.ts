const NARROW = '\u202f'
const WIDE = '\u00a0'

/**
 * Returns a text, as people type it, in French typography: narrow no-break space before ; : ! ? and inside « », and
 * typographic apostrophes. Words and their order stay; English is returned unchanged.
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

/**
 * Returns a number as `Intl` writes it, with a minus sign in place of the hyphen of French and English. A minus sign is
 * as wide as the «+» above it.
 */
export const withMinus = (number: string) => number.replace('-', '−')

/** Returns `text` with a capital first letter. */
export const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
