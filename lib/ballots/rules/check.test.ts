import { describe, expect, it } from 'vitest'
import type { QuestionView } from '../../surveys/schema'
import { TEXT_LENGTH } from '../schema'
import { checkBallot } from './check'
import { tallyKeysOf } from './tally-keys'

const open: QuestionView = { id: 1, kind: 'open', prompt: 'Votre avis ?', required: false, options: [] }
const aspects: QuestionView = {
  id: 2,
  kind: 'aspects',
  prompt: 'Crédible ou pertinente ?',
  required: false,
  options: [
    { id: 21, label: 'Oui', aspect: 'crédible', stance: 'yes' },
    { id: 22, label: 'Non', aspect: 'crédible', stance: 'no' },
    { id: 23, label: 'Sans avis', aspect: 'crédible', stance: 'abstain' },
    { id: 24, label: 'Oui', aspect: 'pertinente', stance: 'yes' },
    { id: 25, label: 'Non', aspect: 'pertinente', stance: 'no' },
    { id: 26, label: 'Sans avis', aspect: 'pertinente', stance: 'abstain' },
  ],
}
const plain = (id: number, kind: QuestionView['kind']): QuestionView => ({
  id,
  kind,
  prompt: 'Lequel ?',
  required: false,
  options: [1, 2, 3].map((n) => ({ id: id * 10 + n, label: `${n}` })),
})
const single = plain(3, 'single')
const multiple = plain(4, 'multiple')
const scale = plain(5, 'scale')
const questions = [open, aspects, single, multiple, scale]
const required = (question: QuestionView) => ({ ...question, required: true })

const cells = (asked: QuestionView[], answers: Parameters<typeof checkBallot>[1]['answers']) => {
  const checked = checkBallot(asked, { answers })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem))
  return tallyKeysOf(checked.value, 3)
}
const faults = (asked: QuestionView[], answers: Parameters<typeof checkBallot>[1]['answers']) => {
  const checked = checkBallot(asked, { answers })
  return checked.ok
    ? []
    : (checked.problem.fields ?? []).map(({ code, field, path }) => ({ code, field, path }))
}

describe('a ballot that is in order', () => {
  it('counts in the cells of every kind of question', () => {
    expect(
      cells(questions, [
        { questionId: 1, text: 'Très bien' },
        { questionId: 2, optionIds: [25, 21] },
        { questionId: 3, optionIds: [32] },
        { questionId: 4, optionIds: [43, 41] },
        { questionId: 5, optionIds: [53] },
      ]),
    ).toEqual(['b', 'v3', 'q1', 'q2', 'o21', 'o25', 'j21+25', 'q3', 'o32', 'q4', 'o41', 'o43', 'q5', 'o53'])
  })

  it('has no joint cell when one aspect is left out or has no opinion', () => {
    expect(cells(questions, [{ questionId: 2, optionIds: [21] }])).toEqual(['b', 'v3', 'q2', 'o21'])
    expect(cells(questions, [{ questionId: 2, optionIds: [21, 26] }])).toEqual([
      'b',
      'v3',
      'q2',
      'o21',
      'o26',
    ])
  })

  it('leaves out questions that were not answered', () => {
    expect(
      cells(questions, [
        { questionId: 1, text: '   ' },
        { questionId: 3, optionIds: [31] },
        { questionId: 4, optionIds: [] },
      ]),
    ).toEqual(['b', 'v3', 'q3', 'o31'])
  })
})

describe('«sans avis» among several choices', () => {
  const abstention = { id: 49, label: 'Sans avis', stance: 'abstain' as const }
  const asked = [{ ...multiple, options: [...multiple.options, abstention] }]

  it('is an answer by itself', () => {
    expect(cells(asked, [{ questionId: 4, optionIds: [49] }])).toEqual(['b', 'v3', 'q4', 'o49'])
  })

  it.each([
    [[41, 49], 1],
    [[49, 43], 0],
    [[41, 42, 49, 43], 2],
  ])('is refused beside others: %j', (optionIds, place) => {
    const path = ['answers', 0, 'optionIds', place]
    expect(faults(asked, [{ questionId: 4, optionIds }])).toEqual([
      { code: 'abstention_alone', field: 'q4', path },
    ])
  })
})

describe('a ballot that is refused', () => {
  const at = ['answers', 0]
  it.each([
    ['an unknown question', [{ questionId: 9 }], 'unknown_question', undefined, [...at, 'questionId']],
    [
      'an option of another question',
      [{ questionId: 3, optionIds: [41] }],
      'unknown_option',
      'q3',
      [...at, 'optionIds', 0],
    ],
    [
      'two options of a single choice',
      [{ questionId: 3, optionIds: [31, 32] }],
      'one_option_only',
      'q3',
      [...at, 'optionIds', 1],
    ],
    [
      'two steps of a scale',
      [{ questionId: 5, optionIds: [51, 52] }],
      'one_option_only',
      'q5',
      [...at, 'optionIds', 1],
    ],
    [
      'two answers to one aspect',
      [{ questionId: 2, optionIds: [24, 25] }],
      'one_option_per_aspect',
      'q2.1',
      [...at, 'optionIds', 1],
    ],
    [
      'one option twice',
      [{ questionId: 4, optionIds: [41, 41] }],
      'repeated_option',
      'q4',
      [...at, 'optionIds', 1],
    ],
    [
      'a text for a choice',
      [{ questionId: 3, text: 'Pour' }],
      'text_not_allowed',
      undefined,
      [...at, 'text'],
    ],
    [
      'a choice for a text',
      [{ questionId: 1, optionIds: [31] }],
      'options_not_allowed',
      't1',
      [...at, 'optionIds'],
    ],
    [
      'a text over the limit',
      [{ questionId: 1, text: 'a'.repeat(TEXT_LENGTH + 1) }],
      'text_too_long',
      't1',
      [...at, 'text'],
    ],
    ['nothing at all', [], 'empty_ballot', undefined, ['answers']],
    ['only blanks', [{ questionId: 1, text: ' \n ' }], 'empty_ballot', undefined, ['answers']],
  ])('names %s', (_, answers, code, field, path) => {
    expect(faults(questions, answers)).toEqual([{ code, field, path }])
  })

  it('names a question answered twice', () => {
    expect(
      faults(questions, [
        { questionId: 3, optionIds: [31] },
        { questionId: 3, optionIds: [32] },
      ]),
    ).toEqual([{ code: 'repeated_question', field: undefined, path: ['answers', 1, 'questionId'] }])
  })

  it('names every required field that is empty, each aspect by itself', () => {
    expect(faults(questions.map(required), [{ questionId: 2, optionIds: [26] }])).toEqual(
      ['t1', 'q2.0', 'q3', 'q4', 'q5'].map((field) => ({ code: 'required', field, path: ['answers'] })),
    )
  })

  it('takes «sans avis» as an answer to a required question', () => {
    expect(faults([required(aspects)], [{ questionId: 2, optionIds: [23, 26] }])).toEqual([])
  })

  it('accepts a text of exactly the limit', () => {
    expect(faults([open], [{ questionId: 1, text: 'é'.repeat(TEXT_LENGTH) }])).toEqual([])
  })
})
