import type { IntegrityCheck } from '../finding'

const FEWEST = 60
/**
 * How far apart the gaps are, as (90th − 10th percentile) / median. People who do not know of each other come as raindrops
 * do: 3.2. A class or a push message is further from regular still. A program that waits between half and one and a half
 * times its pause: 0.8.
 */
const MOST_SPREAD = 1
/** What comes faster is grouped by the commits that write it: its gaps say nothing. */
const SHORTEST_GAP = 1

/** Ballots of one network that come like clockwork, however slowly. */
export const cadence: IntegrityCheck = ({ network, burst, size, gaps }) => {
  if (!network || burst || size < FEWEST || gaps.middle < SHORTEST_GAP) return undefined
  const spread = (gaps.high - gaps.low) / gaps.middle
  if (spread > MOST_SPREAD) return undefined
  return { rule: 'cadence', facts: { seconds: gaps.middle, spread }, narrowed: {} }
}
