import fc from 'fast-check'
import { expect, it } from 'vitest'
import { searchQuery, searchWords } from './search'

it('one word has one form, however it is spelled and set', () => {
  const forms = [
    ['école', 'École', 'ÉCOLE', 'ecole', 'e\u0301cole', 'E\u0301COLE', 'éco\u00adle', 'é\u200bcole'],
    ['œuvre', 'oeuvre', 'ŒUVRE', 'OEUVRE'],
    ['l’école', "l'école", 'L\u02bcÉCOLE', 'l\u2032ecole', 'l `ecole', 'l école'],
    ['fin', 'ﬁn', 'FIN'],
    ['Straße', 'STRASSE', 'strasse'],
    ['Σίσυφος', 'ΣΙΣΥΦΟΣ', 'σισυφος'],
    ['Łódź', 'lodz'],
  ]
  for (const same of forms) {
    expect(new Set(same.map(searchQuery)).size, same.join()).toBe(1)
    expect(new Set(same.map(searchWords)).size, same.join()).toBe(1)
  }
})

it('words keep their order and their places', () => {
  expect(searchWords('Oui, l’école ! Oui.')).toBe("'oui':1,4 'l':2 'ecole':3")
  expect(searchQuery('  Une ÉCOLE ')).toBe("'une':* <-> 'ecole':*")
  expect(searchQuery('東京')).toBe("'東':* <-> '京':*")
  expect([searchQuery('😀 !'), searchQuery("':* & '")]).toEqual([undefined, undefined])
  expect([searchWords(''), searchWords('…')]).toEqual(['', ''])
})

it('any text: the same words after any normalisation, and none that PostgreSQL could misread', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const words = searchWords(text)
      expect(words).toMatch(/^(?:'[^'\\\s:*]{1,200}':\d+(?:,\d+)*(?: |$))*$/u)
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
        expect(searchWords(text.normalize(form))).toBe(words)
    }),
  )
})
