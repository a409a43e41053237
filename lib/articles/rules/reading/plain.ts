import { limitMarks } from '../../../platform/i18n/clean-text'

const MARK = /[\u0300-\u036f]/g

function unaccented(text: string): string {
  const bare = limitMarks(text).normalize('NFD').replace(MARK, '').toLowerCase()
  if (bare.length === text.length) return bare
  // Rare letters change length when folded: one unit in, one unit out, so that offsets stay good.
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charAt(index)
    const folded = unit.normalize('NFD').charAt(0).toLowerCase()
    return folded.length === 1 ? folded : unit
  }).join('')
}

/**
 * The text that rules are matched against: lower case, no accents, straight apostrophes, and a letter or an
 * apostrophe where a lost encoding left «?» inside a word. Same length as `text`.
 */
export function plain(text: string): string {
  return unaccented(text)
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/(?<=\p{L})\?(?=\p{L})/gu, (_, at: number, whole: string) =>
      /(?:^|[^\p{L}])(?:[lcdjmnst]|qu|jusqu|lorsqu|puisqu|quelqu)$/u.test(
        whole.slice(Math.max(0, at - 9), at),
      )
        ? "'"
        : 'e',
    )
}
