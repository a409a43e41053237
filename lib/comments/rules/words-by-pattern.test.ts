import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_WORDS } from './default-words'
import { normalise } from './normalise'
import { findWords, readWords } from './words'

const MOST = 5

/** Returns the regular expression of an entry: the meaning of a word list, but too slow for a long one. */
function patternOf(line: string): RegExp {
  const open = line.endsWith('*')
  const word = normalise(line.replace(/\*$/, '')).text
  const drawnOut = (word.match(/(.)\1*/gsu) ?? []).map((run) => {
    const [letter = '', ...more] = Array.from(run)
    if (/\s/.test(letter)) return '[\\s\\p{P}]+'
    if (!/[\p{L}\p{N}]/u.test(letter)) return `(?:${letter.replace(/[*+]/, '\\$&')})?`
    return more.length ? `${letter}{${more.length + 1},}` : `${letter}+`
  })
  const letters = Array.from(word)
  const apart = letters.length >= 4 && letters.every((letter) => /\p{L}/u.test(letter))
  const spaced = apart ? `|${letters.join('[^\\p{L}\\p{N}]')}` : ''
  const whole = `${drawnOut.join('')}${open ? '\\p{L}*' : ''}`
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${whole}${spaced})(?![\\p{L}\\p{N}])`, 'gu')
}

function findByPatterns(text: string, lines: string[]) {
  const folded = normalise(text)
  const found = lines.flatMap((line) =>
    Array.from(folded.text.matchAll(patternOf(line)), (match) => ({
      start: folded.at[match.index] ?? 0,
      end: folded.at[match.index + match[0].length] ?? 0,
    })),
  )
  return found.sort((a, b) => a.start - b.start).slice(0, MOST)
}

const word = fc
  .array(fc.stringMatching(/^(?:[abéж]|8){1,3}$/u), { minLength: 1, maxLength: 4 })
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', '-', '+'), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, index) => (index ? (gaps[index] ?? '') : '') + part).join('')),
  )
  // Of more than two characters, all are written or none: no pattern expresses that.
  .filter((text) => (text.match(/[-+]/g)?.length ?? 0) <= 2)
const line = fc.tuple(word, fc.constantFrom('', '', '*')).map((parts) => parts.join(''))
const noise = fc.stringMatching(/^[abéж8 .+-]{0,12}$/u)

it('finds exactly what a pattern of each entry finds', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }).chain((lines) =>
        fc.record({
          lines: fc.constant(lines),
          text: fc.array(fc.oneof(noise, fc.constantFrom(...lines), fc.constantFrom(' ', 'a.b.é.a', '. ')), {
            maxLength: 8,
          }),
        }),
      ),
      ({ lines, text }) => {
        const found = findWords(normalise(text.join('')), readWords(lines))
        expect(found.map(({ start, end }) => ({ start, end }))).toEqual(findByPatterns(text.join(''), lines))
      },
    ),
    { numRuns: 300 },
  )
})

it('finds what patterns find with the default lists too', () => {
  const lines = [...DEFAULT_WORDS.banned, ...DEFAULT_WORDS.suspect].map((one) => one.replace(/:.*/, ''))
  const list = readWords(lines)
  const pieces = fc.constantFrom(
    ...lines.map((one) => one.replace('*', '')),
    'C.O.N',
    'connnards',
    ' ',
    'é',
    '…',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (text) => {
      expect(findWords(normalise(text.join('')), list).map(({ start, end }) => ({ start, end }))).toEqual(
        findByPatterns(text.join(''), lines),
      )
    }),
  )
})
