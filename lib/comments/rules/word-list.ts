import type { Run } from './character-runs'

/**
 * A way to write an entry of a list. `key` is each of its letters once, after a character for the gap before it. What
 * the key leaves out is in `least` (a doubled letter) and `signs` (a gap that must be exact).
 */
export type Spelling = {
  key: string
  /** The minimum number of letters and digits in a text that spells it. */
  letters: number
  /** The index of its entry in the list. */
  entry: number
  /** Any letters may follow. */
  open: boolean
  least: { run: number; count: number }[]
  signs: { run: number; text: string }[]
}

/** The position of an entry in a folded text. */
export type Place = { entry: number; start: number; end: number }

/**
 * Spellings in the order of their keys, the shortest of each first. Read letter by letter it works as a trie, without a
 * node for each letter of a long list. Keys with the same beginning are adjacent, and each letter narrows the range.
 */
export class Spellings {
  private readonly sorted: Spelling[]

  constructor(spellings: Spelling[]) {
    this.sorted = [...spellings].sort((a, b) =>
      a.key < b.key ? -1 : a.key > b.key ? 1 : a.letters - b.letters,
    )
  }

  /** The range of all keys, before any letter narrows it. */
  all = () => ({ from: 0, to: this.sorted.length, depth: 0 })

  /** Returns those of the keys in `range` that continue with `text`. */
  narrow(range: Range, text: string): Range {
    let { from, to, depth } = range
    for (let index = 0; index < text.length && from < to; index++, depth++) {
      const unit = text.charCodeAt(index)
      from = this.first(from, to, depth, unit)
      to = this.first(from, to, depth, unit + 1)
    }
    return { from, to, depth }
  }

  /** Returns those whose key ends at the depth of `range`, and that have no more than `letters`. */
  ending({ from, to, depth }: Range, letters: number): Spelling[] {
    let end = from
    while (end < to) {
      const { key, letters: least } = this.sorted[end] as Spelling
      if (key.length !== depth || least > letters) break
      end++
    }
    return end > from ? this.sorted.slice(from, end) : NONE
  }

  /**
   * Returns the first key of a range whose unit at `depth` is `unit` or more; a key that has ended there sorts first.
   */
  private first(from: number, to: number, depth: number, unit: number): number {
    let [low, high] = [from, to]
    while (low < high) {
      const middle = (low + high) >>> 1
      const key = this.sorted[middle]?.key ?? ''
      if (key.length > depth && key.charCodeAt(depth) >= unit) high = middle
      else low = middle + 1
    }
    return low
  }
}

const NONE: Spelling[] = []

type Range = { from: number; to: number; depth: number }

/** Returns the spellings that start at run `first`: letters may be repeated, gaps must match. */
export function writtenFrom(spellings: Spellings, text: string, runs: Run[], first: number): Place[] {
  const found: Place[] = []
  let range = spellings.all()
  let letters = 0
  for (let index = first; index < runs.length; index++) {
    const { letter, gap, count, end } = runs[index] as Run
    letters += count
    range = spellings.narrow(range, index === first ? letter : gap + letter)
    if (range.from === range.to) break
    const ends = !isGlued(runs, index + 1)
    for (const spelling of spellings.ending(range, letters)) {
      if (!(ends || spelling.open) || !isWritten(spelling, text, runs, first)) continue
      const whole = ends ? end : endOfWord(runs, index)
      if (whole > 0) found.push({ entry: spelling.entry, start: runs[first]?.start ?? 0, end: whole })
    }
  }
  return found
}

/** Returns whether each letter is repeated as often as it must be, and each gap matches. */
function isWritten({ least, signs }: Spelling, text: string, runs: Run[], first: number): boolean {
  for (const { run, count } of least) if ((runs[first + run]?.count ?? 0) < count) return false
  for (const { run, text: wanted } of signs) if (gapBefore(text, runs, first + run) !== wanted) return false
  return true
}

/** Returns the words that start at run `first` with one character between each of their letters. */
export function setApartFrom(words: Spellings, text: string, runs: Run[], first: number): Place[] {
  const found: Place[] = []
  let range = words.all()
  for (let index = first; index < runs.length; index++) {
    const { letter, count, end } = runs[index] as Run
    const alone = count === 1 && !isGlued(runs, index + 1)
    if (!alone || (index > first && Array.from(gapBefore(text, runs, index)).length !== 1)) break
    range = words.narrow(range, letter)
    if (range.from === range.to) break
    for (const { entry } of words.ending(range, Number.POSITIVE_INFINITY))
      found.push({ entry, start: runs[first]?.start ?? 0, end })
  }
  return found
}

const isGlued = (runs: Run[], index: number) => runs[index]?.gap === ''

const gapBefore = (text: string, runs: Run[], index: number) =>
  text.slice(runs[index - 1]?.end, runs[index]?.start)

/** Returns where the letters after run `index` end; 0 where a digit follows them. */
function endOfWord(runs: Run[], index: number): number {
  let last = index
  while (isGlued(runs, last + 1)) {
    last++
    if (!runs[last]?.isLetter) return 0
  }
  return runs[last]?.end ?? 0
}
