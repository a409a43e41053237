import { expect, it } from 'vitest'
import { questionsOfEveryKind } from '@/scripts/testing/surveys'
import type { QuestionInput } from '../schema'
import { maybeCorrection } from './correction'

const changed = (change: (question: QuestionInput) => QuestionInput) => questionsOfEveryKind.map(change)

it('other words for the same questions may be a correction', () => {
  const corrected = changed(({ options = [], ...question }) => ({
    ...question,
    prompt: `${question.prompt} !`,
    options: options.map((option) => ({
      ...option,
      label: `${option.label}.`,
      ...(option.aspect && { aspect: `${option.aspect}s` }),
    })),
  }))
  expect(maybeCorrection(questionsOfEveryKind, corrected)).toBe(true)
})

it.each<[string, QuestionInput[]]>([
  ['a question less', questionsOfEveryKind.slice(1)],
  ['an option less', changed((question) => ({ ...question, options: (question.options ?? []).slice(1) }))],
  ['another kind', changed((question) => ({ ...question, kind: 'open' }))],
  ['an answer that is now required', changed((question) => ({ ...question, required: true }))],
  [
    'other stances',
    changed(({ options = [], ...question }) => ({ ...question, options: options.toReversed() })),
  ],
])('%s is none', (_, questions) => {
  expect(maybeCorrection(questionsOfEveryKind, questions)).toBe(false)
})
