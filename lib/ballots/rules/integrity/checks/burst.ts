import type { IntegrityCheck } from '../finding'
import { shareOf } from '../sample'

/** More than the largest hall, or a school that votes in the same lesson. */
const FEWEST = 500
const LEAST_PER_MINUTE = 100
/** The minimum share of the burst: this network causes it. */
const LEAST_SHARE = 0.3
/** A mobile operator whose addresses a third of the readers share sends that many in quiet hours too. */
const TIMES_OUTSIDE = 5

/** Finds a burst that one network caused and that departs from the survey's own course, whatever its ballots answer. */
export const burst: IntegrityCheck = ({ network, burst: whole, size, from, to }, { outside }) => {
  if (!network || !whole || size < FEWEST) return undefined
  const perMinute = size / Math.max((to.getTime() - from.getTime()) / 60_000, 1)
  const share = shareOf(size, whole.size)
  const before = shareOf(outside.own, outside.all)
  if (perMinute < LEAST_PER_MINUTE || share < Math.max(LEAST_SHARE, TIMES_OUTSIDE * before)) return undefined
  return { rule: 'burst', facts: { perMinute, share, elsewhere: before }, narrowed: {} }
}
