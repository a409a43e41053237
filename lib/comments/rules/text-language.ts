import { francAll } from 'franc-min'
import type { Locale } from '../../platform/i18n/locale'

/** Those that pages and desk are in, as franc names them. */
const OURS: Record<Locale, string> = { fr: 'fra', en: 'eng' }
/** How far a language may stand behind the best guess and still be meant: related ones share their trigrams. */
export const NEAR = 0.9
/** From so many letters on the survey's language is out once it stands this far behind: the fewer, the surer it has to be. */
const BOUNDS = [
  { letters: 20, behind: 0.65 },
  { letters: 40, behind: 0.75 },
  { letters: 60, behind: NEAR },
]

export const lettersOf = (text: string) => text.match(/\p{L}/gu)?.length ?? 0

/**
 * The language a text is written in, as HTML names languages («en», «ar»), when it is another than `survey`'s and there
 * are letters enough to tell; else undefined. Where several are as likely, one of ours is meant, or none.
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
  // franc names languages by three letters, and HTML by two where there are two: Unicode's list of aliases knows them.
  return Intl.getCanonicalLocales(meant)[0]
}
