import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shorten, shortenApart, withoutItsMiddle } from './shorten'

const bytesOf = (text: string) => Buffer.byteLength(text)

it('a text that fits stays, and a longer one ends between two characters', () => {
  expect(shorten('Été', 5)).toBe('Été')
  expect(shorten('Été comme hiver', 9)).toBe('Été …')
  // A family is one character of 18 bytes to those who read it, and an accent belongs to its letter.
  expect(shorten('ab👩‍👩‍👧cd', 20)).toBe('ab…')
  expect(shorten('ae\u0301xxxx', 6)).toBe('a…')
})

it('texts with a long common beginning show where they differ', () => {
  const common = 'Reconstruire le pont de la gare avec une voie pour les vélos '
  expect(shortenApart([`${common}et un péage`, `${common}sans péage`, 'Ne rien faire'], 40)).toEqual([
    'Reconstr…vélos et un péage',
    'Reconstr…vélos sans péage',
    'Ne rien faire',
  ])
  const word = 'x'.repeat(50)
  expect(shortenApart([`${word}1`, `${word}2`], 20)).toEqual(['xxxx…xxxx1', 'xxxx…xxxx2'])
})

it('two versions of the same long texts keep what tells them apart', () => {
  const common = 'vu le règlement général du port et les délibérations du conseil municipal, '.repeat(3)
  const texts = ['v1', 'v2'].flatMap((version) =>
    ['1', '2'].map((box) => `${version} — ${common}case ${box}`),
  )
  for (const [at, label] of shortenApart(texts, 120).entries()) {
    expect(label.slice(0, 2)).toBe(texts[at]?.slice(0, 2))
    expect(label.slice(-6)).toBe(texts[at]?.slice(-6))
  }
})

it('whatever the texts, each fits and no two are equal', () => {
  const part = fc.constantFrom('a', ' ', 'é', '🚲', '👩‍👩‍👧', 'commun '.repeat(4), '…', '(2) ')
  const text = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), fc.integer({ min: 30, max: 60 }), (texts, bytes) => {
      const short = shortenApart(texts, bytes)
      expect(new Set(short).size).toBe(texts.length)
      for (const one of short) {
        expect(bytesOf(one)).toBeLessThanOrEqual(bytes)
        expect(one.isWellFormed()).toBe(true)
      }
    }),
  )
})

it('a question that is too long keeps its end, and whole words', () => {
  const long = `${'Vu le règlement du port, '.repeat(20)}êtes-vous pour ou contre la passerelle ?`
  const short = withoutItsMiddle(long, 100)
  expect(short).toBe(
    'Vu le règlement du port, Vu le … Vu le règlement du port, êtes-vous pour ou contre la passerelle ?',
  )
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 30, max: 200 }),
      (text, room) => {
        const short = withoutItsMiddle(text, room)
        expect(short.length).toBeLessThanOrEqual(room)
        expect(short.isWellFormed()).toBe(text.isWellFormed())
        const [start = '', end = ''] = short === text ? [text, ''] : short.split(' … ')
        expect(text.startsWith(start) && text.endsWith(end)).toBe(true)
      },
    ),
  )
})
