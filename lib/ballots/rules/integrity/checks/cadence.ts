import type { IntegrityCheck } from '../finding'

const FEWEST = 60
/**
 * The spread of the gaps: (90th − 10th percentile) / median. People who do not know of each other arrive like raindrops
 * (a Poisson process): 3.2. A class or a push message is even less regular. A program that waits between half and one
 * and a half times its pause: 0.8.
 */
const MAX_SPREAD = 1
/** Seconds. Faster arrivals are grouped by the commits that write them, so their gaps say nothing. */
const MIN_GAP = 1

/** Finds ballots of one network that arrive at regular intervals, however slowly. */
export const cadence: IntegrityCheck = ({ network, burst, size, gaps }) => {
  if (!network || burst || size < FEWEST || gaps.middle < MIN_GAP) return undefined
  const spread = (gaps.high - gaps.low) / gaps.middle
  if (spread > MAX_SPREAD) return undefined
  return { rule: 'cadence', facts: { seconds: gaps.middle, spread }, narrowed: {} }
}
