import { describe, expect, it } from 'vitest'
import { detectClosing } from './detect'

const ARTICLE = 'La ville a tranché jeudi soir. Les travaux commenceront au printemps, selon la mairie.'
const REPORT = 'The council voted on Thursday night. Work will begin in the spring, the mayor said.'

const THINGS = ['la piscine', 'le pont', 'la halle']

describe('a comma inside an alternative that stands as a sentence', () => {
  it.each(THINGS)('separates nothing: %s', (thing) => {
    const asked = `Faut-il fermer ${thing} ? Rénover, même par étapes ? Ou bâtir ailleurs, plus tard ?`
    expect(detectClosing(`${ARTICLE}\n\n${asked}`).questions).toMatchObject([
      {
        text: asked,
        kind: 'choice',
        options: [`fermer ${thing}`, 'rénover, même par étapes', 'bâtir ailleurs, plus tard'],
      },
    ])
  })
  it.each(['stores', 'cafes', 'markets'])('separates nothing: %s', (shops) => {
    const asked = `Should ${shops} round to the nearest nickel? Round down, always? Or just keep the pennies?`
    expect(detectClosing(`${REPORT}\n\n${asked}`).questions).toMatchObject([
      {
        kind: 'choice',
        options: ['round to the nearest nickel', 'Round down, always', 'just keep the pennies'],
      },
    ])
  })
  it('separates where a sentence lists its alternatives', () => {
    const asked = 'Le dimanche, irez-vous au marché ? Au supermarché ? Ou nulle part ?'
    expect(detectClosing(`${ARTICLE}\n\n${asked}`).questions).toMatchObject([
      { options: ['au marché', 'au supermarché', 'nulle part'] },
    ])
  })
})
