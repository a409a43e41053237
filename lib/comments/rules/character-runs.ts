/** The content between two runs of letters: nothing, only spaces and punctuation, or other characters too. */
export type Gap = '' | ' ' | '\0'

/** A letter or digit of a folded text, with its number of repetitions and the gap before it. */
export type Run = {
  letter: string
  count: number
  gap: Gap
  /** In UTF-16 units of the folded text. */
  start: number
  end: number
  /** Not a digit. */
  isLetter: boolean
}

const LETTER = /\p{L}/u
const DIGIT = /\p{N}/u
const PLAIN = /[\s\p{P}]/u

/** Returns the runs of letters and digits in a folded text, in order. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let gap: Gap = ''
  let at = 0
  for (const character of text) {
    const [start, last] = [at, runs.at(-1)]
    at += character.length
    const isLetter = LETTER.test(character)
    if (isLetter || DIGIT.test(character)) {
      if (last?.letter === character && gap === '') {
        last.count++
        last.end = at
      } else runs.push({ letter: character, count: 1, gap, start, end: at, isLetter })
      gap = ''
    } else if (gap !== '\0') gap = PLAIN.test(character) ? ' ' : '\0'
  }
  return runs
}
