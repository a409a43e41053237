import { expect, it } from 'vitest'
import { accentSheet, sheetName, sheetOf, tokenStyle } from './style-sheet'

const BLUE = { light: '#0a5c8a', dark: '#7ec3f5' } as const

it('a sheet is named by all that is in it', () => {
  const name = sheetName(BLUE)
  expect(name).toMatch(/^0a5c8a-7ec3f5-[0-9a-f]{8}\.css$/)
  expect(sheetOf(name)).toEqual({ sheet: accentSheet(BLUE), exact: true })
})

it('the name that another version gave it brings it too, for now', () => {
  expect(sheetOf('0a5c8a-7ec3f5-00000000.css')).toEqual({ sheet: accentSheet(BLUE), exact: false })
})

it.each([
  '',
  '0a5c8a-7ec3f5.css',
  '0a5c8a-7ec3f5-0000000}.css',
  '0A5C8A-7EC3F5-00000000.css',
  `${sheetName(BLUE)}x`,
])('nothing else is a name: %j', (name) => expect(sheetOf(name)).toBeUndefined())

it('changes the accent on screens alone, whatever comes before it in a page', () => {
  const sheet = accentSheet(BLUE)
  expect(sheet).toContain('@media screen{:root:root{--accent:#0a5c8a;--on-accent:#ffffff;')
  expect(sheet).toContain('@media screen and (prefers-color-scheme:dark){:root:root{--accent:#7ec3f5;')
  expect(sheet.match(/\{/g)).toHaveLength(4)
})

it('brings the tokens that are asked for, with the accent of the house or the newsroom’s', () => {
  expect(
    tokenStyle(['paper', 'accent'], undefined),
  ).toBe(`:root{color-scheme:light dark;--paper:#fdfcf9;--accent:#8f1d2c}
@media(prefers-color-scheme:dark){:root{--paper:#171614;--accent:#f2a39b}}`)
  expect(tokenStyle(['accent', 'onAccent'], BLUE)).toContain('--accent:#7ec3f5;--on-accent:#')
})
