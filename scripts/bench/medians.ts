import type { Measured } from './measure'

/** Returns the middle one of `values`; 0 of none. */
export const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Returns the median of each figure over several runs of one subject: a machine does other things now and then. */
export function medianOf(runs: Measured[]): Measured {
  const of = (figure: keyof Measured) => median(runs.map((run) => run[figure] ?? 0))
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p95: of('p95'),
    p99: of('p99'),
    ownMicroseconds: of('ownMicroseconds'),
    serverMicroseconds: of('serverMicroseconds'),
    postgresMicroseconds: of('postgresMicroseconds'),
  }
}

/** Returns the median, over rounds, of one figure's ratio to another measured in the same round. */
export const medianRatio = (ours: number[], theirs: number[]) =>
  median(ours.map((value, round) => value / (theirs[round] ?? 1)))
