import { francAll } from 'franc-min'
import type { Locale } from '../../platform/i18n/locale'

/** The languages of the pages and the desk, as franc names them. */
const OURS: Record<Locale, string> = { fr: 'fra', en: 'eng' }
/** How far a language may score below the best guess and still be meant: related ones share their trigrams. */
export const NEAR = 0.9
/**
 * From this many letters on, a survey's language that scores this far below is ruled out. The fewer letters, the larger
 * the distance.
 */
const BOUNDS = [
  { letters: 20, behind: 0.65 },
  { letters: 40, behind: 0.75 },
  { letters: 60, behind: NEAR },
]

/** Returns the number of letters in `text`. */
export const lettersOf = (text: string) => text.match(/\p{L}/gu)?.length ?? 0

/**
 * Returns the language a text is written in, by its HTML code («en», «ar»). Undefined if it is `survey`'s, or if there
 * are too few letters to tell. Where several are as likely, returns one of ours, or undefined.
 */
export function foreignLanguage(text: string, survey: Locale): string | undefined {
  const letters = lettersOf(text)
  const bound = BOUNDS.findLast((one) => letters >= one.letters)
  if (!bound) return undefined
  const guesses = francAll(text)
  const own = OURS[survey]
  if (guesses.some(([code, score]) => code === own && score >= bound.behind)) return undefined
  const near = guesses.filter(([, score]) => score >= NEAR).map(([code]) => code)
  const meant =
    near.find((code) => Object.values(OURS).includes(code)) ?? (near.length === 1 ? near[0] : undefined)
  if (!meant || meant === 'und') return undefined
  // franc uses three letters, and HTML two where a two-letter code exists: Unicode's list of aliases maps them.
  return Intl.getCanonicalLocales(meant)[0]
}
