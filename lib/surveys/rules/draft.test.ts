import { expect, it } from 'vitest'
import { refusedForm } from '../../platform/http/form-state'
import type { Draft, EditableQuestion } from '../schema'
import { changedFields } from './changed-fields'
import { checkDraft } from './draft'

const question: EditableQuestion = {
  kind: 'single',
  prompt: 'Pour ou contre ?',
  required: false,
  lines: ['Pour', 'Contre'],
  abstain: true,
}
const draft: Draft = {
  slug: 'tramway',
  title: 'Un tramway',
  sourceName: 'Le Quotidien',
  sourceUrl: '',
  publishedOn: '2026-03',
  summary: 'En bref.',
  language: 'fr',
  resultsVisibility: 'after_vote',
  moderationMode: 'before',
  questions: [question],
}
const faults = (part: Partial<Draft>) => {
  const checked = checkDraft({ ...draft, ...part })
  return checked.ok ? [] : checked.problem.fields?.map(({ code, field }) => `${field} ${code}`)
}
const asked = (part: Partial<EditableQuestion>) => faults({ questions: [{ ...question, ...part }] })

it('finds nothing wrong with a whole draft', () => {
  expect(faults({})).toEqual([])
  expect(faults({ sourceUrl: 'https://journal.example/a?b=c' })).toEqual([])
})

it('names every fault at once, beside its field', () => {
  expect(faults({ title: ' ', summary: '', sourceName: '', slug: 'Pas bon', questions: [] })).toEqual([
    'title empty',
    'sourceName empty',
    'summary empty',
    'slug bad_address',
    'questions no_question',
  ])
})

it.each(['javascript:alert(1)', 'ftp://a.example', 'www.journal.example', 'http://'])(
  'refuses the link %s',
  (sourceUrl) => {
    expect(faults({ sourceUrl })).toEqual(['sourceUrl bad_address'])
  },
)

it.each(['14 mars', '2026-3', '2026-13', '2026-01-32', '26'])('refuses the date %s', (publishedOn) => {
  expect(faults({ publishedOn })).toEqual(['publishedOn bad_date'])
})

it.each<[string, Partial<EditableQuestion>, string]>([
  ['no words', { prompt: '  ' }, 'questions.0.prompt empty'],
  ['one choice', { lines: ['Pour', ' '] }, 'questions.0.lines too_few_options'],
  ['no visible words', { prompt: '\u200b' }, 'questions.0.prompt empty'],
  ['one visible choice', { lines: ['Pour', '\u00ad'] }, 'questions.0.lines too_few_options'],
  ...[
    ['Très bien', 'Très  bien'],
    ['Été', 'E\u0301te\u0301'],
    ['L’un', "L'un"],
    ['Pour', 'Po\u200bur'],
    ['A b', 'a\u202fB'],
  ].map((lines): [string, Partial<EditableQuestion>, string] => [
    `two choices that look alike (${JSON.stringify(lines)})`,
    { lines },
    'questions.0.lines same_option_twice',
  ]),
  ['the same choice twice', { lines: ['Pour', 'pour '] }, 'questions.0.lines same_option_twice'],
  ['one choice and «sans avis»', { lines: ['Pour', 'Sans opinion'] }, 'questions.0.lines too_few_options'],
  [
    'two «sans avis»',
    { lines: ['Pour', 'Contre', 'NSP', 'No opinion'] },
    'questions.0.lines abstention_twice',
  ],
  [
    '«sans avis» as a judgement',
    { kind: 'aspects', lines: ['utile', 'réaliste', 'sans avis'] },
    'questions.0.lines abstention_as_judgement',
  ],
  ['one judgement', { kind: 'aspects', lines: ['utile'] }, 'questions.0.lines too_few_aspects'],
  [
    'five judgements',
    { kind: 'aspects', lines: ['a', 'b', 'c', 'd', 'e'] },
    'questions.0.lines too_many_aspects',
  ],
])('refuses a question with %s', (_, part, fault) => {
  expect(asked(part)).toEqual([fault])
})

it('says which choices are the same, in the language of the page', () => {
  const checked = checkDraft({
    ...draft,
    questions: [{ ...question, lines: ['Pour', 'Contre', '', ' pour '] }],
  })
  const said = (['fr', 'en'] as const).map((locale) =>
    checked.ok ? undefined : refusedForm(locale, checked.problem).errors,
  )
  const field = 'questions.0.lines'
  expect(said).toEqual([
    [{ field, message: 'Les choix 1 et 3 sont les mêmes\u202f: «\u202fpour\u202f».' }],
    [{ field, message: 'Choices 1 and 3 are the same: “pour”.' }],
  ])
})

it('does not judge questions again that readers answered as they are', () => {
  const before = { ...draft, questions: [{ ...question, lines: ['Pour', 'pour'] }] }
  expect(checkDraft(before, { asked: true })).toMatchObject({ ok: true })
  expect(checkDraft({ ...before, title: '' }, { asked: true })).toMatchObject({
    problem: { fields: [{ code: 'empty', field: 'title' }] },
  })
})

it('does not ask for choices of an open question', () => {
  expect(asked({ kind: 'open', lines: [] })).toEqual([])
})

it('tells which fields two drafts differ in', () => {
  expect(
    changedFields(draft, { ...draft, title: 'Deux', questions: [{ ...question, required: true }] }),
  ).toEqual(['title', 'questions'])
})
