import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeFormula, unescapeFormula } from './escape-formula'

it('nothing that a spreadsheet could compute is left, and every text comes back as it was', () => {
  for (const text of [
    '=1+1',
    '+33 6',
    '-2',
    '- non merci',
    '@x',
    '\tx',
    '\rx',
    '＝A1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''-x",
  ]) {
    expect(escapeFormula(text), text).toBe(`'${text}`)
    expect(unescapeFormula(escapeFormula(text))).toBe(text)
  }
  for (const text of ['', 'non merci', "l'avis", "'guillemets'", 'a=b', '1-2', '«=»', ' =1'])
    expect(escapeFormula(text), text).toBe(text)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', ' ', '\t', '＝') }), (text) => {
      expect(unescapeFormula(escapeFormula(text))).toBe(text)
      expect(/^[=+\-@\t\r＝＋－＠]/u.test(escapeFormula(text))).toBe(false)
    }),
  )
})
