import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TITLE_LENGTH } from '../../schema'
import { proposedTitle } from './proposed-title'

describe('a proposed title', () => {
  it.each([
    [
      'Le bac ne passera plus le dimanche. La régie manque de pilotes.\n\nQu’en pensez-vous ?',
      'Le bac ne passera plus le dimanche',
    ],
    [
      'Le bac de Lornay, qui relie les deux rives depuis 1894, ne passera plus le dimanche, faute de pilotes et de gazole à bon prix.',
      'Le bac de Lornay, qui relie les deux rives depuis 1894, ne passera plus le dimanche',
    ],
    ['Êtes-vous pour ou contre le pont ?', 'Êtes-vous pour ou contre le pont ?'],
    ['Partager sur Facebook\n\nLe quai est vide.', 'Le quai est vide'],
    ['42', 'Consultation'],
  ])('%j', (text, title) => expect(proposedTitle(text)).toBe(title))

  it('is never blank and never too long', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.lorem({ maxCount: 60 })), (text) => {
        const title = proposedTitle(text)
        expect(title.trim()).not.toBe('')
        expect(title.length).toBeLessThanOrEqual(TITLE_LENGTH)
      }),
    )
  })
})
