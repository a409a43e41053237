import { describe, expect, it } from 'vitest'
import { isOtherText, refilled } from './filled'

const page = {
  text: 'Le pont ouvre au printemps.\n\nLa mairie promet une navette.',
  title: 'Le pont',
  sourceName: 'Le Journal',
}
const typed = { text: '', title: '', sourceName: '' }

describe('what a page filled leaves with it', () => {
  it('where the next one names nothing', () => {
    expect(refilled(page, page, {})).toEqual(typed)
  })

  it('and what was typed stays', () => {
    expect(refilled({ ...page, title: 'Mon titre' }, page, {})).toEqual({ ...typed, title: 'Mon titre' })
    expect(refilled({ ...typed, title: 'Mon titre' }, {}, page)).toEqual(page)
    expect(refilled({ ...typed, title: 'Mon titre' }, {}, { text: 'A' })).toEqual({
      text: 'A',
      title: 'Mon titre',
      sourceName: '',
    })
  })
})

describe('another text is told from the page’s own', () => {
  it.each([
    ['edited', page.text.replace('printemps', 'printemps prochain'), false],
    ['completed', `${page.text}\n\nLe prendrez-vous, et pour aller où ?`, false],
    ['with other spaces', 'Le\u00a0pont  ouvre au printemps.', false],
    ['deleted', '', false],
    ['being typed', 'Le marché', false],
    ['pasted over it', 'Le marché couvert rouvre ses portes samedi.\nQui viendra ?', true],
  ])('%s', (_, text, other) => {
    expect(isOtherText(page.text, text)).toBe(other)
  })

  it('only where a page filled one', () => {
    expect(isOtherText(undefined, 'Le marché couvert rouvre ses portes samedi.')).toBe(false)
    expect(isOtherText('Brève.', 'Le marché couvert rouvre ses portes samedi.')).toBe(false)
  })
})
