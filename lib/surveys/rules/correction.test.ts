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

const list = (...labels: string[]): QuestionInput[] => [
  { kind: 'single', prompt: 'Lequel ?', options: labels.map((label) => ({ label })) },
]

it('so may a word that makes an option «oui»', () => {
  const [oui] = list('Oui', 'Non')
  const options = [{ label: 'Oui', stance: 'yes' as const }, { label: 'Non' }]
  expect(maybeCorrection(list('Ouii', 'Non'), [{ ...(oui as QuestionInput), options }])).toBe(true)
})

it.each<[string, string[], string[]]>([
  ['two options that change places', ['Rouge', 'Bleu'], ['Bleu', 'Rouge']],
  ['however they are spelled', ['Rouge', 'L’été'], [" l'E\u0301te\u0301", 'rouge\u200b']],
  ['three in a circle', ['A', 'B', 'C'], ['B', 'C', 'A']],
  ['one that takes the words of another', ['Rouge', 'Bleu'], ['Vert', 'Rouge']],
])('moves are none: %s', (_, before, after) => {
  expect(maybeCorrection(list(...before), list(...after))).toBe(false)
})

it('neither are questions or judgements that change places', () => {
  const [one, two] = [...list('A', 'B'), ...list('C', 'D')].map((question, place) => ({
    ...question,
    prompt: `Question ${place}`,
  })) as [QuestionInput, QuestionInput]
  const swapped = [
    { ...one, prompt: two.prompt },
    { ...two, prompt: one.prompt },
  ]
  expect(maybeCorrection([one, two], swapped)).toBe(false)
  const judged = (...aspects: string[]): QuestionInput[] => [
    {
      kind: 'aspects',
      prompt: 'Utile ou cher ?',
      options: aspects.flatMap((aspect) => [
        { aspect, label: 'Oui', stance: 'yes' },
        { aspect, label: 'Non', stance: 'no' },
      ]),
    },
  ]
  expect(maybeCorrection(judged('utile', 'cher'), judged('cher', 'utile'))).toBe(false)
  expect(maybeCorrection(judged('utille', 'cher'), judged('utile', 'cher'))).toBe(true)
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
