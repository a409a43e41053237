import { expect, it } from 'vitest'
import type { Draft } from '../schema'
import { wordsField, wordsOf } from './words-fields'
import { besideWords, tooLong, withWords, wordsIn } from './words-form'

const question = { kind: 'single' as const, prompt: 'Pour ou contre ?', required: true, abstain: true }
const draft: Draft = {
  ...{ slug: 'le-pont', title: 'Le pont', sourceName: '', sourceUrl: '', publishedOn: '', summary: '' },
  ...{ language: 'fr', resultsVisibility: 'always', moderationMode: 'before' },
  questions: [
    { ...question, lines: ['Pour', 'Contre'] },
    { ...question, kind: 'open', lines: [] },
  ],
}
/** Returns the fields as a browser sends them. */
const sent = (words: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(words)) form.set(name, value.replace(/\n/g, '\r\n'))
  form.set('revision', '3')
  return wordsIn(form)
}

it('a form that was not touched changes nothing', () => {
  expect(withWords(draft, sent(wordsOf(draft)))).toEqual(draft)
  expect(withWords(draft, {})).toEqual(draft)
})

it('a changed word is the only change, and blank lines are none', () => {
  const words = { ...wordsOf(draft), [wordsField(0, 'lines')]: '\nPour\n\nContre le pont\n ' }
  const changed = withWords(draft, sent(words))
  expect(changed.questions[0]).toEqual({ ...draft.questions[0], lines: ['Pour', 'Contre le pont'] })
  expect(changed.questions[1]).toEqual(draft.questions[1])
})

it('what is too long is named beside its field', () => {
  const words = {
    [wordsField(0, 'prompt')]: 'x'.repeat(501),
    [wordsField(0, 'lines')]: ['y'.repeat(201), ...Array(30).fill('z')].join('\n'),
  }
  const faults = besideWords(tooLong(withWords(draft, sent(words))))
  expect(faults.map(({ code, field, values }) => [code, field, values])).toEqual([
    ['text_too_long', 'words.questions.0.prompt', { max: 500, length: 501 }],
    ['text_too_many_lines', 'words.questions.0.lines', { max: 30, length: 31 }],
    ['text_too_long', 'words.questions.0.lines', { max: 200, length: 201 }],
  ])
  expect(tooLong(draft)).toEqual([])
})
