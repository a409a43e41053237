import { expect, it } from 'vitest'
import { cleanText } from './clean-text'

it.each([
  ['keeps words, breaks and accents', 'Été\n\nBien', 'Été\n\nBien'],
  ['composes letters', 'e\u0301', 'é'],
  ['makes one kind of line break', 'a\r\nb\rc', 'a\nb\nc'],
  ['takes away NUL and other controls', 'a\u0000b\u0007c\td', 'abc\td'],
  ['takes away marks that turn the direction of text', 'abc\u202edef\u2066', 'abcdef'],
  ['repairs half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  [
    'leaves a letter thirty combining marks',
    `a${'\u0301\u0316'.repeat(40)}b`,
    `á${'\u0316'.repeat(15)}${'\u0301'.repeat(14)}b`,
  ],
  ['trims', '  bonjour \n', 'bonjour'],
  ['keeps emoji and right-to-left letters', '👍🏽 שלום', '👍🏽 שלום'],
])('%s', (_, given, kept) => {
  expect(cleanText(given)).toBe(kept)
})
