import { describe, expect, it } from 'vitest'
import type { QuestionView } from '../../surveys/schema'
import { ballotInput } from '../schema'
import { fieldsOf, readForm } from './fields'

const read = (body: string) => readForm(new URLSearchParams(body))

describe('a ballot form', () => {
  it('reads choices, aspects and texts as the JSON body they stand for', () => {
    expect(read('t1=D%C3%A9j%C3%A0+vu&q2.0=21&q2.1=25&q4=41&q4=43')).toEqual({
      answers: [
        { questionId: 1, text: 'Déjà vu' },
        { questionId: 2, optionIds: [21, 25] },
        { questionId: 4, optionIds: [41, 43] },
      ],
    })
  })

  it('reads the revision that it was made with', () => {
    expect(ballotInput.parse(read('q1=2&revision=3'))).toEqual({
      answers: [{ questionId: 1, optionIds: [2] }],
      revision: 3,
    })
  })

  it.each([
    'q1=abc',
    'q1=1e3',
    'q1=-1',
    'q1=99999999999',
    'extra=1',
    '__proto__=1',
    'answers=1',
    'q0=1',
    'revision=x',
    'revision=-1',
    'revision=99999999999',
    'constructor=x',
  ])('hands on %s for the schema to refuse', (body) => {
    expect(ballotInput.safeParse(read(body)).success).toBe(false)
  })

  it('gives the fields of an answer back', () => {
    const questions: QuestionView[] = [
      { id: 1, kind: 'open', prompt: '?', required: false, options: [] },
      {
        id: 2,
        kind: 'aspects',
        prompt: '?',
        required: false,
        options: [
          { id: 21, label: 'Oui', aspect: 'a' },
          { id: 25, label: 'Non', aspect: 'b' },
        ],
      },
      { id: 4, kind: 'multiple', prompt: '?', required: false, options: [{ id: 41, label: 'x' }] },
    ]
    const answers = [
      { questionId: 1, text: 'Oui & non' },
      { questionId: 2, optionIds: [21, 25] },
      { questionId: 4, optionIds: [41] },
    ]
    const fields = fieldsOf(questions, answers)
    expect(fields).toEqual([
      ['t1', 'Oui & non'],
      ['q2.0', '21'],
      ['q2.1', '25'],
      ['q4', '41'],
    ])
    expect(readForm(new URLSearchParams(fields))).toEqual({ answers })
  })
})
