import { expect, it } from 'vitest'
import type { QuestionView } from '../../../surveys/schema'
import { countsOf, effectOf, plus } from './effect'

const option = (id: number, changes = {}) => ({ id, label: String(id), ...changes })
const questions: QuestionView[] = [
  {
    id: 1,
    kind: 'single',
    prompt: '',
    required: true,
    options: [option(1), option(2), option(3, { stance: 'abstain' })],
  },
  { id: 2, kind: 'multiple', prompt: '', required: false, options: [option(4), option(5)] },
  {
    id: 4,
    kind: 'multiple',
    prompt: '',
    required: false,
    options: [option(6), option(7, { stance: 'abstain' })],
  },
  { id: 3, kind: 'open', prompt: '', required: false, options: [] },
]

it('is of the shares that results show: without those who abstain, and of those who answered', () => {
  const all = countsOf({ q1: 40, o1: 10, o2: 20, o3: 10, q2: 10, o4: 10, o5: 5, q4: 10, o6: 5, o7: 5 })
  const some = countsOf({ q1: 20, o2: 15, o3: 5, q2: 5, o4: 5, q4: 5, o7: 5 })
  expect(effectOf(questions, all, plus(all, some, -1))).toEqual([
    { questionId: 1, optionId: 1, before: 100 / 3, after: 200 / 3, points: 33.4 },
    { questionId: 1, optionId: 2, before: 200 / 3, after: 100 / 3, points: -33.4 },
    { questionId: 2, optionId: 4, before: 100, after: 100, points: 0 },
    { questionId: 2, optionId: 5, before: 50, after: 100, points: 50 },
    { questionId: 4, optionId: 6, before: 100, after: 100, points: 0 },
  ])
})

it('of nothing on nothing is nothing', () => {
  expect(effectOf(questions, new Map(), new Map())).toEqual([])
})

it('is left out where there are too few opinions for shares, before or after', () => {
  const counts = (q1: number, q2: number) => countsOf({ q1, o1: q1 - 5, o2: 2, o3: 3, q2, o4: q2, o5: 1 })
  const ids = (before: number, after: number) =>
    effectOf(questions, counts(before, 30), counts(after, 19), 20).map(({ optionId }) => optionId)
  expect(ids(40, 23)).toEqual([1, 2])
  expect(ids(40, 22)).toEqual([])
  expect(ids(22, 40)).toEqual([])
})
