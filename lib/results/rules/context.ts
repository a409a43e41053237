import { createHash } from 'node:crypto'
import type { HourBallots } from '../../ballots/rules/published'
import type { SurveyView } from '../../surveys/schema'
import { arrivals, type FrozenContext, type Results, type ResultsContext } from '../schema'
import { timelineOf } from './timeline'

/** Counts of one hour from all sources, or of one source in all hours. */
export type VisitRow = {
  hour: Date | null
  source: string | null
  seen: number
  started: number
  ballots: number
}

const sum = (rows: VisitRow[], what: 'seen' | 'started' | 'ballots') =>
  rows.reduce((total, row) => total + row[what], 0)

/** Returns what is shown beside the results of `view`, from its counted hours and sources. */
export function contextOf(view: SurveyView, rows: VisitRow[]): ResultsContext {
  const bySource = rows.filter(({ source }) => source !== null)
  const { step, steps } = timelineOf(
    rows.flatMap(({ hour, ballots }) =>
      hour && ballots ? [{ hour, ballots, changes: 0, withdrawals: 0 }] : [],
    ),
  )
  return {
    ...(view.opensAt && { opensAt: view.opensAt }),
    ...(view.closesAt && { closesAt: view.closesAt }),
    over: view.status !== 'open',
    seen: sum(bySource, 'seen'),
    started: sum(bySource, 'started'),
    ballots: sum(bySource, 'ballots'),
    sources: arrivals.flatMap((source) => {
      const row = bySource.find((candidate) => candidate.source === source)
      return row?.seen || row?.ballots ? [{ source, seen: row.seen, ballots: row.ballots }] : []
    }),
    course: { step, steps: steps.map(({ from, ballots }) => ({ from: from.toISOString(), ballots })) },
  }
}

/** Returns `rows` with exactly the ballots that `hours` counted. */
export function hoursOf(rows: VisitRow[], hours: HourBallots[]): VisitRow[] {
  const keyOf = (hour: string | null | undefined, source: string | null) => `${hour ?? ''} ${source ?? ''}`
  const counted = new Map(hours.map(({ hour, source, ballots }) => [keyOf(hour, source), ballots]))
  return rows.map((row) => ({
    ...row,
    ballots: counted.get(keyOf(row.hour?.toISOString(), row.source)) ?? 0,
  }))
}

/** Returns the same where ballots are too few for figures: their number, and not when or from where each came. */
export const contextOfFew = (view: SurveyView, rows: VisitRow[], ballots: number): ResultsContext => ({
  ...contextOf(view, hoursOf(rows, [])),
  ballots,
  sources: [],
})

/** Builds the context of cited results, bound to them by their hash, with a hash of its own. */
export function freeze(view: SurveyView, results: Results, context: ResultsContext): FrozenContext {
  const body = { results: results.hash, title: view.title, source: view.source.name, ...context }
  return { ...body, hash: createHash('sha256').update(JSON.stringify(body)).digest('hex') }
}
