import { isCertain } from './certain'
import { runsOf } from './character-runs'
import { type NormalisedText, normalise } from './normalise'
import { CHARTER_REASONS, type CharterReason } from './reasons'
import { type Place, type Spelling, Spellings, setApartFrom, writtenFrom } from './word-list'

/** Maximum marks: a comment full of one word needs no more to be understood. */
const MAX_MATCHES = 5
/** In shorter words, letters set apart are more often an enumeration than a word. */
const SPACED_LENGTH = 4

/** Splits a line: what is searched for, and after a colon the reason it is rejected for. */
const sidesOf = (line: string) => /^(?<given>.*?)(?::\s*(?<named>\w+))?\s*$/su.exec(line.trim())?.groups ?? {}

/**
 * Returns the reason of the charter's that a line names: no list can name the law that a text breaks. `named` is the
 * text after the colon, whether it is a reason or not.
 */
export function reasonOf(line: string): { named?: string | undefined; reason?: CharterReason | undefined } {
  const { named } = sidesOf(line)
  return { named, reason: CHARTER_REASONS.find((code) => code === named) }
}

/** Returns whether anything of a line can be searched for. */
export const saysSomething = (line: string) =>
  /[\p{L}\p{N}]/u.test((sidesOf(line).given ?? '').normalize('NFKD'))

/** Up to this many optional characters in an entry may each be left out separately; of more, all or none. */
const MAX_OPTIONAL = 2

/** Returns which of `count` optional characters are written: every combination, if those are not too many. */
function waysOf(count: number): boolean[][] {
  if (count > MAX_OPTIONAL) return [Array(count).fill(true), Array(count).fill(false)]
  return Array.from({ length: 2 ** count }, (_, way) =>
    Array.from({ length: count }, (_, place) => Boolean(way & (1 << place))),
  )
}

/** Returns the ways to write a folded word: symbols between its letters may be left out, a space may not. */
function spellingsOf(word: string, entry: number, open: boolean): Spelling[] {
  const runs = runsOf(word)
  const signsBefore = runs.map((run, index) => word.slice(runs[index - 1]?.end ?? run.start, run.start))
  const optional = signsBefore.flatMap((signs, index) => (signs && !/\s/.test(signs) ? [index] : []))
  return waysOf(optional.length).map((written) => {
    const spelling: Spelling = { key: '', letters: 0, entry, open, least: [], signs: [] }
    let [before, count, place] = ['', 0, -1]
    const close = () => {
      if (count > 1) spelling.least.push({ run: place, count })
    }
    for (const [index, run] of runs.entries()) {
      spelling.letters += run.count
      const way = optional.indexOf(index)
      const gap = way >= 0 && !written[way] ? '' : run.gap
      if (place >= 0 && gap === '' && run.letter === before) {
        count += run.count
        continue
      }
      close()
      place++
      ;[before, count] = [run.letter, run.count]
      if (gap && way >= 0) spelling.signs.push({ run: place, text: signsBefore[index] ?? '' })
      spelling.key += (place ? gap : '') + run.letter
    }
    close()
    return spelling
  })
}

/** A list, ready to be searched for in any number of folded texts. */
export type WordList = {
  reasons: (CharterReason | undefined)[]
  words: string[]
  written: Spellings
  setApart: Spellings
}

/** One line of a list in its searchable form. */
export type Entry = {
  reason: CharterReason | undefined
  /** Folded. */
  word: string
  spellings: Spelling[]
  setApart: Spelling | undefined
}

/**
 * Reads a line of a word list: one or more words, and after a colon the reason of the rejection. «word*» allows any
 * ending. Undefined for a line of which nothing remains. Letters with one character between each of them («c.o.n…»)
 * match the word too. `entry` is the line's index among those that remain.
 */
export function readWord(line: string, entry = 0): Entry | undefined {
  const { given = '' } = sidesOf(line)
  const open = given.trimEnd().endsWith('*')
  const word = normalise(given.replace(/\*\s*$/, '').trim()).text
  if (!/[\p{L}\p{N}]/u.test(word)) return undefined
  const { length } = Array.from(word)
  const apart = length >= SPACED_LENGTH && /^\p{L}+$/u.test(word)
  return {
    reason: reasonOf(line).reason,
    word,
    spellings: spellingsOf(word, entry, open),
    setApart: apart ? { key: word, letters: length, entry, open: false, least: [], signs: [] } : undefined,
  }
}

/** Builds a searchable list from its entries. */
export const listOf = (entries: Entry[]): WordList => ({
  reasons: entries.map(({ reason }) => reason),
  words: entries.map(({ word }) => word),
  written: new Spellings(entries.flatMap(({ spellings }) => spellings)),
  setApart: new Spellings(entries.flatMap(({ setApart }) => setApart ?? [])),
})

/** Builds the list of `lines`. A long one takes time: a server reads it in turns (queries/words.ts). */
export function readWords(lines: string[]): WordList {
  const entries: Entry[] = []
  for (const line of lines) {
    const entry = readWord(line, entries.length)
    if (entry) entries.push(entry)
  }
  return listOf(entries)
}

/**
 * Returns where the character at or around folded offset `end` ends in the original text: «⒟» folds to three
 * characters.
 */
function endIn(at: number[], end: number): number {
  let next = end
  while (at[next] === at[end - 1]) next++
  return at[next] ?? 0
}

/**
 * Returns where the words stand in the original text, in reading order, and whether each is certain to be that word. A
 * word begins where no letter or digit stands before it. So the search starts only there, whatever the list's length.
 */
export function findWords({ text, at }: NormalisedText, { reasons, words, written, setApart }: WordList) {
  const runs = runsOf(text)
  const found: Place[] = []
  const ends = new Map<number, number>()
  for (let first = 0; first < runs.length && found.length < MAX_MATCHES; first++) {
    if (first && runs[first]?.gap === '') continue
    const here = [...writtenFrom(written, text, runs, first), ...setApartFrom(setApart, text, runs, first)]
    // In the order of the list, each entry at its longest match, and none within an earlier match of it.
    here.sort((a, b) => a.entry - b.entry || b.end - a.end)
    for (const place of here) {
      if (place.start < (ends.get(place.entry) ?? 0)) continue
      ends.set(place.entry, place.end)
      found.push(place)
    }
  }
  return found.slice(0, MAX_MATCHES).map(({ entry, start, end }) => {
    const reason = reasons[entry]
    const certain = isCertain(text.slice(start, end), words[entry] ?? '')
    return { start: at[start] ?? 0, end: endIn(at, end), certain, ...(reason && { reason }) }
  })
}
