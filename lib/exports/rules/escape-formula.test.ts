import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeFormula, unescapeFormula } from './escape-formula'

const BEGINNINGS = ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']

it.each(BEGINNINGS)('puts a guard before %j wherever a cell could begin', (sign) => {
  expect(escapeFormula(`${sign}1`)).toBe(`’${sign}1`)
  expect(escapeFormula(`\ufeff${sign}1`)).toBe(`’\ufeff${sign}1`)
  for (const end of ['\n', '\r', '\r\n']) {
    expect(escapeFormula(`non${end}${sign}1${end}non`)).toBe(`non${end}’${sign}1${end}non`)
    expect(unescapeFormula(escapeFormula(`non${end}${sign}1`))).toBe(`non${end}${sign}1`)
  }
})

it.each(['', 'non merci', 'l’avis', "l'avis", '’guillemets’', 'a=b', '1-2', '«=»', ' =1', 'deux\nlignes'])(
  'leaves %j as it is',
  (text) => expect(escapeFormula(text)).toBe(text),
)

it('leaves nothing that a spreadsheet could compute, and every text comes back as it was', () => {
  const unit = fc.constantFrom('’', "'", '\ufeff', '=', '-', 'a', ' ', '\t', '\n', '\r', '＝')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const cell = escapeFormula(text)
      expect(unescapeFormula(cell)).toBe(text)
      for (const line of cell.split(/[\r\n]/)) expect(line).not.toMatch(/^\ufeff*[=+\-@\t＝＋－＠]/u)
      expect(cell).not.toMatch(/^\ufeff*[\r\n]/)
    }),
  )
})
