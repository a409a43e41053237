import { anyOf } from '../../languages'

/** The folded form of each code unit beyond ASCII that was met: at most one entry for each that there is. */
const FOLDED = new Map<string, string>()

/** Returns a code unit without its accent, in lower case; itself where that would be more than one unit. */
function foldedUnit(unit: string): string {
  const known = FOLDED.get(unit)
  if (known !== undefined) return known
  const folded = unit.normalize('NFD').charAt(0).toLowerCase()
  const kept = folded.length === 1 ? folded : unit
  FOLDED.set(unit, kept)
  return kept
}

/** Matches a lost letter or apostrophe. The question mark stands first: a search for it is faster than a look back. */
const LOST = /\?(?<=\p{L}\?)(?=\p{L})/gu
const ELIDED = new RegExp(`(?:^|[^\\p{L}])${anyOf(({ textWords }) => textWords.elided)}$`, 'u')

/**
 * Returns the text against which rules are matched: lower case, no accents, straight apostrophes. A letter or an
 * apostrophe replaces «?» inside a word, where an encoding was lost. It is as long as `text`: one code unit in, one
 * out, so that offsets stay valid.
 */
export function plain(text: string): string {
  return text
    .replace(/[^\0-\x7f]/g, foldedUnit)
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(LOST, (_, at: number, whole: string) =>
      ELIDED.test(whole.slice(Math.max(0, at - 9), at)) ? "'" : 'e',
    )
}
