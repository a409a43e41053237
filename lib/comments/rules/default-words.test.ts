import { createRequire } from 'node:module'
import { allLocales } from '@faker-js/faker'
import { expect, it } from 'vitest'
import { extent } from '@/scripts/testing/test-size'
import { findBanned } from './checks/banned-words'
import { findSuspect } from './checks/suspect-words'
import { DEFAULT_WORDS } from './default-words'
import { normalise, plainLetters } from './normalise'
import { readWords } from './words'

// These packages are lists, without types.
const require = createRequire(import.meta.url)
const communes: { nom: string }[] = require('@etalab/decoupage-administratif/data/communes.json')
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const WORDS = {
  French: require('an-array-of-french-words') as string[],
  English: require('an-array-of-english-words') as string[],
  communes: communes.map(({ nom }) => nom),
  // Given names and family names of some seventy languages.
  names: Object.values(allLocales).flatMap(({ person }) => textsIn([person?.first_name, person?.last_name])),
}

const banned = readWords(DEFAULT_WORDS.banned)
const suspect = readWords(DEFAULT_WORDS.suspect)
/** `npm test` screens one word in so many. */
const STEP = extent(4, 1)
const tried = (words: string[]) => words.filter((_, index) => index % STEP === 0)
/** Leaves the tried ones of words that are expected. */
const among = (words: string[], expected: string[]) => {
  const all = new Set(tried(words))
  return expected.filter((word) => all.has(word))
}

/** Returns which of the tried words are rejected and which are held, each once. */
function screened(words: string[]) {
  const [rejected, held] = [new Set<string>(), new Set<string>()]
  for (const word of tried(words)) {
    const text = normalise(word)
    for (const { effect } of [...findBanned(text, banned), ...findSuspect(text, suspect)])
      (effect === 'reject' ? rejected : held).add(word)
  }
  return { rejected: [...rejected], held: [...held] }
}

/** Whether a word is an entry itself but for its accents. */
const isEntry = (word: string) => DEFAULT_WORDS.suspect.includes(plainLetters(word))

it('the lists of words are there', () => {
  expect(WORDS.French.length).toBeGreaterThan(300_000)
  expect(WORDS.English.length).toBeGreaterThan(200_000)
  expect(WORDS.communes.length).toBeGreaterThan(30_000)
  expect(WORDS.names.length).toBeGreaterThan(20_000)
})

it('of the words of two dictionaries the default lists reject none, and hold their entries and few others', () => {
  const french = screened(WORDS.French)
  expect(french.rejected).toEqual([])
  expect(french.held.filter((word) => !isEntry(word))).toEqual(
    // A feminine ending reads like a letter drawn out: «salopeee».
    among(WORDS.French, ['couillonnée', 'couillonnées', 'salopée', 'salopées']),
  )
  const english = screened(WORDS.English)
  expect(english.rejected).toEqual([])
  expect(english.held.filter((word) => !isEntry(word))).toEqual(
    // A doubled letter reads like one drawn out: «conne», «pute», «traitres».
    among(WORDS.English, ['conn', 'conns', 'coon', 'coons', 'puttee', 'puttees', 'traitress']),
  )
})

it('no name of a commune or a person is rejected, and few are held', () => {
  expect(screened(WORDS.communes)).toEqual({
    rejected: [],
    held: among(WORDS.communes, [
      // «Cons» and «Conne» are names of places and insults alike; a moderator sees which.
      'Conne-de-Labarde',
      'Saint-Martin-de-Connée',
      'Cons-la-Grandville',
      // An English insult.
      'Châtel-Moron',
      'Cons-Sainte-Colombe',
    ]),
  })
  expect(screened(WORDS.names)).toEqual({ rejected: [], held: among(WORDS.names, ['Conn']) })
})
