import { describe, expect, it } from 'vitest'
import { type TimelineHour, timelineOf } from './timeline'

const at = (iso: string, ballots = 1): TimelineHour => ({
  hour: new Date(iso),
  ballots,
  changes: 0,
  withdrawals: 0,
})
const shown = (hours: TimelineHour[]) =>
  timelineOf(hours).steps.map(({ from, ballots }) => [from.toISOString().slice(0, 16), ballots])

describe('the course of a survey', () => {
  it('is of nothing before the first ballot', () => {
    expect(timelineOf([])).toEqual({ step: 'hour', steps: [] })
  })

  it('goes by the hour while that can be read, and leaves no hour out', () => {
    expect(shown([at('2026-03-14T10:00Z', 2), at('2026-03-14T13:00Z', 5)])).toEqual([
      ['2026-03-14T10:00', 2],
      ['2026-03-14T11:00', 0],
      ['2026-03-14T12:00', 0],
      ['2026-03-14T13:00', 5],
    ])
  })

  it('goes by the days of Paris after four days, also where one of them has 23 hours', () => {
    const { step, steps } = timelineOf([
      at('2026-03-27T22:00Z'),
      at('2026-03-27T23:00Z', 2),
      at('2026-03-29T21:00Z', 3),
      at('2026-03-29T22:00Z', 4),
      at('2026-04-02T10:00Z', 5),
    ])
    expect(step).toBe('day')
    expect(steps.map(({ from, ballots }) => [from.toISOString(), ballots])).toEqual([
      ['2026-03-26T23:00:00.000Z', 1],
      ['2026-03-27T23:00:00.000Z', 2],
      ['2026-03-28T23:00:00.000Z', 3],
      ['2026-03-29T22:00:00.000Z', 4],
      ['2026-03-30T22:00:00.000Z', 0],
      ['2026-03-31T22:00:00.000Z', 0],
      ['2026-04-01T22:00:00.000Z', 5],
    ])
  })

  it('goes by weeks that begin on Monday, then by months', () => {
    const weeks = timelineOf([at('2026-01-07T10:00Z'), at('2026-06-01T10:00Z', 2)])
    expect([weeks.step, weeks.steps[0]?.from.toISOString()]).toEqual(['week', '2026-01-04T23:00:00.000Z'])
    const months = timelineOf([at('2023-01-31T22:30Z'), at('2026-06-30T22:30Z', 2)])
    expect([months.step, months.steps.length]).toEqual(['month', 43])
    expect(months.steps.at(-1)).toMatchObject({ from: new Date('2026-06-30T22:00Z'), ballots: 2 })
  })

  it.each([
    ['America/Montreal', ['2026-03-07T05:00', '2026-03-08T05:00', '2026-03-09T04:00'], [1, 2, 3]],
    ['Europe/Paris', ['2026-03-06T23:00', '2026-03-07T23:00', '2026-03-08T23:00'], [1, 2, 3]],
    // The hour of 18:00 in UTC begins before midnight in India, and ends after it.
    ['Asia/Kolkata', ['2026-03-06T18:30', '2026-03-07T18:30', '2026-03-08T18:30'], [1, 2, 3]],
  ])('goes by the days of %s', (zone, begins, ballots) => {
    const { steps } = timelineOf(
      [
        at('2026-03-07T18:00Z'),
        at('2026-03-08T10:00Z'),
        at('2026-03-08T18:00Z'),
        at('2026-03-09T05:00Z', 3),
        at('2026-03-12T10:00Z'),
      ],
      zone,
    )
    expect(steps.slice(0, 3).map(({ from }) => from.toISOString().slice(0, 16))).toEqual(begins)
    expect(steps.slice(0, 3).map((step) => step.ballots)).toEqual(ballots)
  })

  it.each(['Europe/Paris', 'America/Montreal', 'America/Santiago', 'Australia/Lord_Howe'])(
    'loses nothing on the way in %s',
    (zone) => {
      for (const spread of [1, 7, 24, 100, 1000]) {
        const hours = Array.from({ length: 50 }, (_, index) => ({
          hour: new Date(Date.UTC(2026, 9, 1) + index * spread * 3600_000),
          ballots: index,
          changes: 1,
          withdrawals: 2,
        }))
        const { steps } = timelineOf(hours, zone)
        for (const [index, { from }] of steps.entries()) expect(from).toEqual(steps[index - 1]?.to ?? from)
        const sum = (of: 'ballots' | 'changes' | 'withdrawals') =>
          steps.reduce((total, one) => total + one[of], 0)
        expect([sum('ballots'), sum('changes'), sum('withdrawals')]).toEqual([1225, 50, 100])
        expect(steps.length).toBeLessThan(110)
      }
    },
  )
})
