import { expect, it } from 'vitest'
import { cleanText, isBlank, limitMarks, seenText } from './clean-text'

it.each([
  ['keeps words, breaks and accents', 'Été\n\nBien', 'Été\n\nBien'],
  ['composes letters', 'e\u0301', 'é'],
  ['makes one kind of line break', 'a\r\nb\rc', 'a\nb\nc'],
  ['takes away NUL and other controls', 'a\u0000b\u0007c\td', 'abc\td'],
  ['takes away marks that turn the direction of text', 'abc\u202edef\u2066', 'abcdef'],
  ['takes away noncharacters', 'a\ufffeb\uffffc\ufdd0d\u{1ffff}e', 'abcde'],
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

it('what is seen of a text has no invisible characters, and one kind of space, apostrophe and letter', () => {
  expect(seenText(' L’E\u0301te\u0301\u00a0 \u200bICI ')).toBe("l'été ici")
  for (const apostrophe of '‘‛ʼʹ′＇`´') expect(seenText(`l${apostrophe}été`)).toBe(seenText('l’été'))
  expect(seenText('C++')).not.toBe(seenText('C'))
  expect(['', ' \u00a0', '\u200b\ufeff\u00ad', '\u3164', '\uffff'].map(isBlank)).toEqual(Array(5).fill(true))
  expect(['a', ' ?', '👍🏽'].map(isBlank)).toEqual([false, false, false])
})

it('limits the marks of every kind that Unicode has', () => {
  const marks = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => /[\p{M}\uff9e\uff9f]/u.test(sign))
  expect(marks.length).toBeGreaterThan(2_000)
  expect(marks.filter((mark) => limitMarks(`a${mark.repeat(31)}`) !== `a${mark.repeat(30)}`)).toEqual([])
})
