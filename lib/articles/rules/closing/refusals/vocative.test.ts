import { expect, it } from 'vitest'
import { type Reading, read } from '../../reading/reading'
import { callsAnother } from './vocative'

it('somebody who is called is called in what follows in the paragraph, not before and not beyond', () => {
  const reading = read('Il pleut. Monsieur le maire, que faites-vous ? Et quand ?\n\nEt vous ?')
  expect(reading.sentences.map((_, index) => callsAnother(reading, index))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

it('each sentence of a page on one line is looked at once', () => {
  let looked = 0
  const sentences = Array.from({ length: 1_000 }, () => ({
    line: 0,
    get plain() {
      looked++
      return 'et vous ?'
    },
  }))
  const reading = { sentences } as unknown as Reading
  for (const index of sentences.keys()) expect(callsAnother(reading, index)).toBe(false)
  expect(looked).toBe(sentences.length)
})
