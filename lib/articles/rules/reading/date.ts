import { anyOf, PACKS } from '../../languages'
import type { Reading } from './reading'

const MONTHS = Object.values(PACKS).flatMap(({ textWords: { months } }) =>
  months.map(([name, number]) => ({ name: new RegExp(`^(?:${name})$`), number })),
)
const MONTH = `(${anyOf(({ textWords: { months } }) => months.map(([name]) => name))})`
const ORDINAL = `${anyOf(({ textWords: { ordinals } }) => ordinals)}?`
const NUMERIC = /\b(20\d\d|19\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?\b/
const SLASHED = /\b(0?[1-9]|[12]\d|3[01])[/.](0?[1-9]|1[0-2])[/.](20\d\d|19\d\d)\b/
const DAY_FIRST = new RegExp(`\\b(?:(\\d{1,2})${ORDINAL} )?${MONTH} (20\\d\\d|19\\d\\d)\\b`)
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})${ORDINAL},? (20\\d\\d|19\\d\\d)\\b`)
/** Maximum characters before a publication date, unless words announce it (`SAYS_SO`). */
const TOP = 300
const SAYS_SO = new RegExp(`\\b${anyOf(({ textWords }) => textWords.published)}\\b[^\\n]{0,60}`, 'g')

const two = (number: string | number) => String(number).padStart(2, '0')
const monthOf = (name: string) => MONTHS.find((month) => month.name.test(name))?.number ?? 1

/** Returns the first date in `words`, which are folded by `plain`, as precisely as they state it. */
export function dateIn(words: string): string | undefined {
  const numeric = NUMERIC.exec(words)
  if (numeric) return numeric[0]
  const slashed = SLASHED.exec(words)
  if (slashed) return `${slashed[3]}-${two(slashed[2] ?? 1)}-${two(slashed[1] ?? 1)}`
  const english = MONTH_FIRST.exec(words)
  if (english) return `${english[3]}-${two(monthOf(english[1] ?? ''))}-${two(english[2] ?? 1)}`
  const french = DAY_FIRST.exec(words)
  if (!french) return undefined
  const day = french[1] === undefined ? '' : `-${two(french[1])}`
  return `${french[3]}-${two(monthOf(french[2] ?? ''))}${day}`
}

/** Returns when the article was published, as precisely as the text states it. */
export function dateOf({ folded, lines }: Reading): string | undefined {
  const head = lines.slice(0, 6).filter(({ start, end }) => start < TOP && end - start < 120)
  for (const { start, end } of head) {
    const found = dateIn(folded.slice(start, end))
    if (found) return found
  }
  const opening = dateIn(folded.slice(0, 40))
  if (opening) return opening
  for (const { 0: said } of folded.matchAll(SAYS_SO)) {
    const found = dateIn(said)
    if (found) return found
  }
  return undefined
}
