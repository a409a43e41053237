import { Share } from './shares'

/** How far readers came from one kind of page: they saw the questions, began to answer, answered. */
export type Reach = { source: string; seen: number; started: number; answered: number }

/** Sums all sources. */
export const totalReach = (rows: Reach[]): Omit<Reach, 'source'> => ({
  seen: rows.reduce((sum, { seen }) => sum + seen, 0),
  started: rows.reduce((sum, { started }) => sum + started, 0),
  answered: rows.reduce((sum, { answered }) => sum + answered, 0),
})

/**
 * Returns `count` as a share of `base`. Undefined for a base too small for shares, and where `count` is more than
 * `base`. That happens because pages are counted by opening: a returning reader answers on a page counted before.
 */
export const rateOf = (count: number, base: number): Share | undefined => Share.of(count, base)
