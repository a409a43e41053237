import { createRequire } from 'node:module'
import { allLocales } from '@faker-js/faker'
import { expect, it } from 'vitest'
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
const rejected = (words: string[]) =>
  words.filter((word) => findBanned(normalise(word), banned).some(({ effect }) => effect === 'reject'))
const held = (words: string[]) => [
  ...new Set(
    words.filter((word) =>
      [...findBanned(normalise(word), banned), ...findSuspect(normalise(word), suspect)].some(
        ({ effect }) => effect === 'hold',
      ),
    ),
  ),
]
/** Whether a word is an entry itself but for its accents, or one of the words that begin with a slur. */
const isEntry = (word: string) => DEFAULT_WORDS.suspect.includes(plainLetters(word)) || /^nigger/.test(word)

it('the lists of words are there', () => {
  expect(WORDS.French.length).toBeGreaterThan(300_000)
  expect(WORDS.English.length).toBeGreaterThan(200_000)
  expect(WORDS.communes.length).toBeGreaterThan(30_000)
  expect(WORDS.names.length).toBeGreaterThan(20_000)
})

it('of all words of two dictionaries the default lists reject only slurs', () => {
  expect(rejected(WORDS.French)).toEqual(['youpin', 'youpine', 'youpines', 'youpins'])
  expect(rejected(WORDS.English)).toEqual(['motherfucker', 'motherfuckers', 'nigger', 'niggers'])
})

it('and hold only their entries, and a few that are spelled like one', () => {
  expect(held(WORDS.French).filter((word) => !isEntry(word))).toEqual([
    // A feminine ending reads like a letter drawn out: «salopeee».
    ...['couillonnée', 'couillonnées', 'salopée', 'salopées'],
  ])
  expect(held(WORDS.English).filter((word) => !isEntry(word))).toEqual([
    // A doubled letter reads like one drawn out: «conne», «pute», «traitres».
    ...['conn', 'conns', 'coon', 'coons', 'puttee', 'puttees', 'traitress'],
  ])
})

it('no name of a commune or a person is rejected, and few are held', () => {
  expect(rejected(WORDS.communes)).toEqual([])
  expect(held(WORDS.communes)).toEqual([
    // «Cons» and «Conne» are names of places and insults alike; a moderator sees which.
    'Conne-de-Labarde',
    'Saint-Martin-de-Connée',
    'Cons-la-Grandville',
    // An English insult.
    'Châtel-Moron',
    'Cons-Sainte-Colombe',
  ])
  expect(rejected(WORDS.names)).toEqual([])
  expect(held(WORDS.names)).toEqual(['Conn'])
})
