import { Share } from './shares'

/** How far those came whom one kind of page led here: they saw the questions, began to answer, answered. */
export type Funnel = { source: string; seen: number; started: number; answered: number }

/** All sources together. */
export const totalFunnel = (reaches: Funnel[]): Omit<Funnel, 'source'> => ({
  seen: reaches.reduce((sum, { seen }) => sum + seen, 0),
  started: reaches.reduce((sum, { started }) => sum + started, 0),
  answered: reaches.reduce((sum, { answered }) => sum + answered, 0),
})

/**
 * Returns `count` as a share of `base`. None of a base too small for shares, and none where more came out than went in: pages
 * are counted by opening, and a reader who comes back answers on a page that was counted before.
 */
export const rateOf = (count: number, base: number): Share | undefined => Share.of(count, base)
