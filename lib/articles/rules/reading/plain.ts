import { limitMarks } from '../../../platform/i18n/clean-text'

const MARK = /[\u0300-\u036f]/g

function unaccented(text: string): string {
  const bare = limitMarks(text).normalize('NFD').replace(MARK, '').toLowerCase()
  if (bare.length === text.length) return bare
  // Rare letters change length when folded: one code unit in, one out, so that offsets stay valid.
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charAt(index)
    const folded = unit.normalize('NFD').charAt(0).toLowerCase()
    return folded.length === 1 ? folded : unit
  }).join('')
}

/**
 * Returns the text against which rules are matched: lower case, no accents, straight apostrophes. A letter or an
 * apostrophe replaces «?» inside a word, where an encoding was lost. It is as long as `text`.
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
