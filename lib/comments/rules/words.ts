import { type Folded, fold } from './fold'
import { CHARTER_REASONS, type CharterReason } from './reasons'

/** One entry of a word list, ready to be looked for in folded text. */
export type WordPattern = { pattern: RegExp; reason?: CharterReason }

/** A comment full of one word needs no more marks than this to be understood. */
const MOST_MATCHES = 5
/** Below this, letters set apart are more often an enumeration than a word. */
const SPACED_LENGTH = 4

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Each letter as often as it is drawn out («coool»), and a doubled one at least twice. */
function drawnOut(word: string): string {
  const runs = word.match(/(.)\1*/gsu) ?? []
  return runs
    .map((run) => {
      const letters = Array.from(run)
      const letter = letters[0] ?? ''
      if (/\s/.test(letter)) return '[\\s\\p{P}]+'
      if (!/[\p{L}\p{N}]/u.test(letter)) return `${escaped(letter)}?`
      return letters.length > 1 ? `${escaped(letter)}{${letters.length},}` : `${escaped(letter)}+`
    })
    .join('')
}

/** The two sides of a line: what is looked for, and after a colon what it is rejected for. */
const sidesOf = (line: string) => /^(?<given>.*?)(?::\s*(?<named>\w+))?\s*$/su.exec(line.trim())?.groups ?? {}

/**
 * The reason a line names, of the charter's: no list can name the law that a text breaks. `named` is what stands
 * after the colon, whether it is a reason or not.
 */
export function reasonOf(line: string): { named?: string | undefined; reason?: CharterReason | undefined } {
  const { named } = sidesOf(line)
  return { named, reason: CHARTER_REASONS.find((code) => code === named) }
}

/**
 * A line of a word list: a word or several, «word*» for any ending, and after a colon the reason it is rejected for.
 * Undefined for a line of which nothing remains. Letters with one sign between each of them («c.o.n…») are the word
 * too.
 */
export function readWord(line: string): WordPattern | undefined {
  const { given = '' } = sidesOf(line)
  const { reason } = reasonOf(line)
  const open = given.trimEnd().endsWith('*')
  const word = fold(given.replace(/\*\s*$/, '').trim()).text
  if (!/[\p{L}\p{N}]/u.test(word)) return undefined
  const end = open ? '\\p{L}*' : ''
  const letters = Array.from(word)
  const spaced =
    letters.length >= SPACED_LENGTH && letters.every((letter) => /\p{L}/u.test(letter))
      ? `|${letters.map(escaped).join('[^\\p{L}\\p{N}]')}`
      : ''
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${drawnOut(word)}${end}${spaced})(?![\\p{L}\\p{N}])`, 'gu'),
    ...(reason && { reason }),
  }
}

export const readWords = (lines: string[]): WordPattern[] =>
  lines.map(readWord).filter((word) => word !== undefined)

/** Where the words stand in the text as it was written, in reading order. */
export function findWords(folded: Folded, words: WordPattern[]) {
  const found = words.flatMap(({ pattern, reason }) =>
    Array.from(folded.text.matchAll(pattern), (match) => ({
      start: folded.at[match.index] ?? 0,
      end: folded.at[match.index + match[0].length] ?? 0,
      ...(reason && { reason }),
    })),
  )
  return found.sort((a, b) => a.start - b.start).slice(0, MOST_MATCHES)
}
