import { expect, it } from 'vitest'
import { FORMAT, statementsIn, votesOn } from './polis'
import type { AskedQuestion } from './question-columns'
import { STATEMENT_LENGTH } from './table'

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
      expect(steps(1, count).map(({ id }) => votesOn(statements)([id]))).toEqual(votes.map((vote) => [vote]))
      expect(votesOn(statements)([99])).toEqual([0])
      expect(votesOn(statements)([])).toEqual([undefined])
    }
})

it('no opinion among boxes is no statement, and passes on each', () => {
  const statements = statementsIn([asked('multiple', [...steps(1, 2), none(99)])])
  expect(statements.map(({ body }) => body)).toEqual(['Votre confiance ? — 1', 'Votre confiance ? — 2'])
  expect(votesOn(statements)([2])).toEqual([0, 1])
  expect(votesOn(statements)([99])).toEqual([0, 0])
})

it('statements of several versions name theirs, and none is said twice', () => {
  const both = statementsIn([asked('scale', steps(1, 3)), asked('scale', steps(7, 3), 2)])
  expect(both.map(({ body }) => body)).toEqual([
    'Votre confiance ? (version 1)',
    'Votre confiance ? (version 2)',
  ])
  expect(votesOn(both)([9])).toEqual([undefined, 1])
})

it('the declaration names every file with votes', () => {
  expect(Object.keys(FORMAT.files).sort()).toEqual([
    'comments.csv',
    'participant-votes.csv',
    'summary.csv',
    'votes.csv',
  ])
})

it('a statement is as long as Polis’s form takes it, names its choice, and is unlike every other', () => {
  const prompt = `${'Parmi les aménagements du quai, '.repeat(15)}`.slice(0, 499)
  const options = ['a', 'b'].map((letter, at) => ({ id: at + 1, label: letter.repeat(200) }))
  // Only the middle differs, which is what a short statement loses.
  const other = `${prompt.slice(0, 200)}!${prompt.slice(201)}`
  const questions = [prompt, other].map((words, at) => ({
    ...asked('multiple', options, at + 1),
    prompt: words,
  }))
  const statements = statementsIn(questions.map((question) => ({ ...question, version: 1 })))
  const texts = statements.map(({ brief }) => brief)
  expect(new Set(texts).size).toBe(4)
  for (const { body, brief } of statements) {
    expect([body.length > STATEMENT_LENGTH, brief.length <= STATEMENT_LENGTH]).toEqual([true, true])
    expect(brief).toMatch(/^Parmi .* … .* — (?:a{200}|b{200})(?: \(2\))?$/)
  }
})
