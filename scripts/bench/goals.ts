/** The goals of a run, and whether it met them. */
import type { Found } from './found'

export type Unit = '×' | '/s' | 'MB' | 'KB' | 'ms'
export type Goal = {
  name: string
  unit: Unit
  /** Undefined where a subject was missing. */
  measured: number | undefined
} & ({ least: number } | { most: number })

/** Says whether a goal is met. */
export function judge(goal: Goal): 'met' | 'missed' | 'not measured' {
  if (goal.measured === undefined) return 'not measured'
  const met = 'least' in goal ? goal.measured >= goal.least : goal.measured <= goal.most
  return met ? 'met' : 'missed'
}

const whole = (value: number) => Math.round(value).toLocaleString('en')

/** Writes a value with its unit; ratios and small values with decimals. */
export function written(value: number, unit: Unit): string {
  if (unit === '/s') return `${whole(value)}/s`
  if (unit === '×') return `${value.toFixed(value < 10 ? 2 : 1)} ×`
  return `${value < 100 ? value.toFixed(1).replace('.0', '') : whole(value)} ${unit}`
}

/** Writes what a goal asks for. */
export const wanted = (goal: Goal) =>
  'least' in goal ? `≥ ${written(goal.least, goal.unit)}` : `≤ ${written(goal.most, goal.unit)}`

/** Returns a row for each goal: its name, what it asks for, the measured value, whether it is met. */
export const goalRows = (goals: Goal[]): string[][] =>
  goals.map((goal) => {
    const verdict = judge(goal)
    const value = goal.measured === undefined ? '' : written(goal.measured, goal.unit)
    return [goal.name, wanted(goal), value, verdict === 'missed' ? '**missed**' : verdict]
  })

/** Returns the goals with what `found` has for each. */
export function goalsOf({
  votes,
  shapes,
  results,
  memory,
  start,
  cost,
  exporting,
  page,
  phone,
}: Found): Goal[] {
  const { ratios } = votes
  const [few, many] = [results.ballots.few, results.ballots.many].map(whole)
  return [
    { name: '64 connections, against the earlier build', unit: '×', least: 3.2, measured: ratios.earlier },
    { name: '… against bare node:http and pg (c)', unit: '×', least: 1.8, measured: ratios.c },
    { name: '… against one transaction each by 16 clients (a)', unit: '×', least: 3, measured: ratios.a },
    { name: '… against Next and Prisma the plain way (b)', unit: '×', least: 10, measured: ratios.b },
    { name: '… p99', unit: 'ms', most: 60, measured: votes.crowd.avis?.p99 },
    {
      name: 'the load generator, on a server that does nothing, against Avis',
      unit: '×',
      least: 1.5,
      measured: ratios.generator,
    },
    { name: '256 connections, against (c)', unit: '×', least: 2, measured: ratios.many },
    { name: 'one connection, p50 against (c)', unit: '×', most: 1.7, measured: ratios.latencyAlone },
    {
      name: 'with a text of 500 characters, against the earlier build',
      unit: '×',
      least: 2,
      measured: shapes.text.ratio,
    },
    {
      name: 'a changed ballot, against the earlier build',
      unit: '×',
      least: 2,
      measured: shapes.changed.ratio,
    },
    {
      name: 'JSON in place of the form, against the earlier build',
      unit: '×',
      least: 2,
      measured: shapes.json.ratio,
    },
    { name: `results of ${few} ballots`, unit: '/s', least: 25_000, measured: results.runs.few?.perSecond },
    { name: `results of ${many} ballots`, unit: '/s', least: 25_000, measured: results.runs.many?.perSecond },
    { name: `… against ${few}`, unit: '×', least: 0.9, measured: results.flat },
    { name: 'server memory at rest', unit: 'MB', most: 160, measured: memory.rest },
    { name: '… under load', unit: 'MB', most: 240, measured: memory.highest },
    { name: `… after ${whole(memory.ballots)} ballots`, unit: 'MB', most: 240, measured: memory.after },
    { name: 'all of `npm start` but PostgreSQL, at rest', unit: 'MB', most: 280, measured: start.sum },
    { name: 'allocation of a vote', unit: 'KB', most: 20, measured: cost.kilobytes },
    {
      name: `p99 of a vote beside exports of ${whole(exporting.ballots)} ballots, against alone`,
      unit: '×',
      most: 1.2,
      measured: exporting.ratio,
    },
    { name: 'article page, against `next start`', unit: '×', least: 5, measured: page.ratio },
    { name: 'article page on a phone, all in', unit: 'KB', most: 180, measured: phone?.kilobytes },
    { name: 'its largest paint (slow 4G, processor ÷ 4)', unit: 'ms', most: 2_500, measured: phone?.paintMs },
    { name: 'its total blocking time', unit: 'ms', most: 200, measured: phone?.blockedMs },
  ]
}
