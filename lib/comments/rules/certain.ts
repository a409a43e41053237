import { runsOf } from './character-runs'

/** Endings that make another form of a word, not another word. */
const INFLECTIONS = ['', 'e', 's', 'es', 'x']
/** A letter written twice can make another word («conne», «coon»); three times, no French or English word has. */
const DRAWN_OUT = 3
/** Spaces within a line, the kinds that French typography has too. */
const SPACES = /^[ \t\u00a0\u2009\u202f]+$/

/**
 * Returns whether `found`, a part of a folded text, is surely `word` and no accident: nobody is rejected by one. It is
 * not sure when another punctuation or a line break stands between the words of an entry («sale, noire»), when letters
 * after it make another word («bitche»), or when a letter is doubled.
 */
export function isCertain(found: string, word: string): boolean {
  const [runs, wanted] = [runsOf(found), runsOf(word)]
  if (runs.length < wanted.length) return false
  const gapBefore = (text: string, of: typeof runs, index: number) =>
    text.slice(of[index - 1]?.end, of[index]?.start)
  for (const [index, { letter, count }] of wanted.entries()) {
    const run = runs[index]
    if (run?.letter !== letter || !(run.count === count || run.count >= Math.max(count, DRAWN_OUT)))
      return false
    if (index === 0) continue
    const [gap, given] = [gapBefore(found, runs, index), gapBefore(word, wanted, index)]
    const bothSpaces = SPACES.test(gap) && SPACES.test(given)
    // A sign within an entry may be left out; a space may not.
    if (gap !== given && !bothSpaces && (gap !== '' || SPACES.test(given))) return false
  }
  const rest = runs.slice(wanted.length)
  if (rest.some(({ gap }) => gap !== '')) return false
  return INFLECTIONS.includes(rest.map(({ letter, count }) => letter.repeat(count)).join(''))
}
