import { expect, it } from 'vitest'
import { FORMAT, statementsIn, votesOf } from './polis'
import type { AskedQuestion } from './question-columns'

const none = (id: number) => ({ id, label: 'Sans avis', stance: 'abstain' as const })
const steps = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: from + at, label: String(at + 1) }))
const asked = (
  kind: AskedQuestion['kind'],
  options: AskedQuestion['options'],
  version = 1,
): AskedQuestion => ({
  ...{ id: version, version, kind, prompt: 'Votre confiance ?', required: false, options },
})

it('no opinion on a scale is a pass, and the middle is that of the steps', () => {
  for (const [count, votes] of [
    [5, [-1, -1, 0, 1, 1]],
    [4, [-1, -1, 1, 1]],
  ] as const)
    for (const options of [
      [...steps(1, count), none(99)],
      [none(99), ...steps(1, count)],
    ]) {
      const statements = statementsIn([asked('scale', options)])
      expect(steps(1, count).map(({ id }) => votesOf(statements, [id]))).toEqual(votes.map((vote) => [vote]))
      expect(votesOf(statements, [99])).toEqual([0])
      expect(votesOf(statements, [])).toEqual([undefined])
    }
})

it('no opinion among boxes is no statement, and passes on each', () => {
  const statements = statementsIn([asked('multiple', [...steps(1, 2), none(99)])])
  expect(statements.map(({ body }) => body)).toEqual(['Votre confiance ? — 1', 'Votre confiance ? — 2'])
  expect(votesOf(statements, [2])).toEqual([0, 1])
  expect(votesOf(statements, [99])).toEqual([0, 0])
})

it('statements of several versions name theirs, and none is said twice', () => {
  const both = statementsIn([asked('scale', steps(1, 3)), asked('scale', steps(7, 3), 2)])
  expect(both.map(({ body }) => body)).toEqual([
    'Votre confiance ? (version 1)',
    'Votre confiance ? (version 2)',
  ])
  expect(votesOf(both, [9])).toEqual([undefined, 1])
})

it('the declaration names every file with votes', () => {
  expect(Object.keys(FORMAT.files).sort()).toEqual([
    'comments.csv',
    'participant-votes.csv',
    'summary.csv',
    'votes.csv',
  ])
})
