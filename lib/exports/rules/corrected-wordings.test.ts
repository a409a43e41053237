import { expect, it } from 'vitest'
import { correctedWordings, type LoggedCorrections } from './corrected-wordings'
import { formerWords } from './former-words'

const question = {
  ...{ id: 7, kind: 'single' as const, prompt: 'Pour ou contre ?', required: false },
  options: [{ id: 1, label: 'Pour' }],
}
const at = (day: number) => new Date(Date.UTC(2026, 4, day, 22, 30, 59))
const logged: LoggedCorrections[] = [
  { at: at(1), corrections: [{ before: 'Pou ou conte ?', after: 'Pour ou conte ?' }] },
  {
    at: at(2),
    corrections: [
      { question: 7, before: 'Pour ou conte ?', after: 'Pour ou contre ?' },
      { question: 7, before: 'Pou', after: 'Pour', options: [1] },
      { question: 8, before: 'Pou', after: 'Pour', options: [2] },
    ],
  },
]

it('a question has its own corrections, oldest first, and older entries by their words', () => {
  expect(correctedWordings(question, logged)).toEqual([
    { at: '2026-05-01T22:30:00Z', before: 'Pou ou conte ?', after: 'Pour ou conte ?' },
    { at: '2026-05-02T22:30:00Z', before: 'Pour ou conte ?', after: 'Pour ou contre ?' },
    { at: '2026-05-02T22:30:00Z', before: 'Pou', after: 'Pour', options: [1] },
  ])
  expect(correctedWordings({ ...question, id: 9, prompt: 'Une autre' }, logged)).toEqual([])
})

it('tells the day of the newsroom, in both languages', () => {
  const [first] = correctedWordings(question, logged)
  const told = (language: 'fr' | 'en') =>
    formerWords(first && [first], language)
      .join()
      .replace(/\s/gu, ' ')
  expect(told('fr')).toBe('« Pou ou conte ? » : libellé corrigé le 2 mai 2026, devenu « Pour ou conte ? ».')
  expect(told('en')).toBe('“Pou ou conte ?”: wording corrected on 2 May 2026 to “Pour ou conte ?”.')
})
