import { expect, it } from 'vitest'
import type { SurveyView } from '../../surveys/schema'
import { contextOf, type VisitRow } from './context'
import { answersPerHundred } from './response-rate'

const view = { status: 'open', opensAt: '2026-03-14T07:00:00.000Z' } as SurveyView
const hour = (at: string, ballots: number): VisitRow => ({
  hour: new Date(at),
  source: null,
  seen: 0,
  started: 0,
  ballots,
})
const source = (name: string, seen: number, started: number, ballots: number): VisitRow => ({
  hour: null,
  source: name,
  seen,
  started,
  ballots,
})

it('adds sources up, in their order, and leaves out those that brought nobody', () => {
  const rows = [source('unknown', 0, 0, 2), source('social', 0, 0, 0), source('article', 7, 3, 1)]
  expect(contextOf(view, rows)).toEqual({
    opensAt: view.opensAt,
    over: false,
    seen: 7,
    started: 3,
    ballots: 3,
    sources: [
      { source: 'article', seen: 7, ballots: 1 },
      { source: 'unknown', seen: 0, ballots: 2 },
    ],
    course: { step: 'hour', steps: [] },
  })
})

it('gives the hours between the first ballot and the last, also those without any', () => {
  const rows = [
    hour('2026-03-14T06:00:00Z', 0),
    hour('2026-03-14T08:00:00Z', 3),
    hour('2026-03-14T11:00:00Z', 1),
    hour('2026-03-14T12:00:00Z', 0),
  ]
  const { course } = contextOf(view, rows)
  expect(course.step).toBe('hour')
  expect(course.steps.map(({ ballots }) => ballots)).toEqual([3, 0, 0, 1])
})

it('goes over to days, with every ballot, when hours are too many to be told apart', () => {
  const rows = Array.from({ length: 24 * 30 }, (_, index) =>
    hour(new Date(Date.UTC(2026, 2, 14, index)).toISOString(), 1),
  )
  const { course } = contextOf(view, rows)
  expect(course.step).toBe('day')
  expect(course.steps.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(24 * 30)
  // The clocks go forward on the 29th: a day of 23 hours.
  expect(course.steps.find(({ from }) => from === '2026-03-28T23:00:00.000Z')?.ballots).toBe(23)
})

it.each([
  [{ seen: 19, ballots: 5 }, undefined],
  [{ seen: 100, ballots: 101 }, undefined],
  [{ seen: 1240, ballots: 312 }, 25],
  [{ seen: 1000, ballots: 3 }, 0],
  [{ seen: 50, ballots: 50 }, 100],
])('%j makes %j answers for 100 openings', (counts, ratio) => {
  expect(answersPerHundred(counts)).toBe(ratio)
})
