import type { IntegrityCheck } from '../finding'
import { shareOf } from '../sample'

/** More than the largest hall, or a school that votes in the same lesson. */
const FEWEST = 500
const LEAST_PER_MINUTE = 100
/** Of the burst: it is this network that makes it. */
const LEAST_SHARE = 0.3
/** A mobile operator behind whose addresses a third of the readers are has them in quiet hours too. */
const TIMES_OUTSIDE = 5

/** A burst against the survey's own course that one network made, whatever its ballots say. */
export const burst: IntegrityCheck = ({ network, burst: whole, size, from, to }, { outside }) => {
  if (!network || !whole || size < FEWEST) return undefined
  const perMinute = size / Math.max((to.getTime() - from.getTime()) / 60_000, 1)
  const share = shareOf(size, whole.size)
  const before = shareOf(outside.own, outside.all)
  if (perMinute < LEAST_PER_MINUTE || share < Math.max(LEAST_SHARE, TIMES_OUTSIDE * before)) return undefined
  return { rule: 'burst', facts: { perMinute, share, elsewhere: before }, narrowed: {} }
}
