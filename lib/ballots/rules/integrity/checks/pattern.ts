import type { IntegrityCheck } from '../finding'
import { shareOf } from '../sample'

/** More than two classes that talked about it: people who share a building also share opinions. */
const FEWEST = 60
const LEAST_SHARE = 0.85
/** Where an answer is common anyway, many of one network say nothing. */
const MAX_ELSEWHERE = 0.25

/**
 * Finds many ballots of one network with the very same answers to everything, which few give elsewhere. Does not judge
 * a burst as a whole: readers of one mind may come at once, by a shared link.
 */
export const pattern: IntegrityCheck = ({ network, size, top }, { crowd }) => {
  const share = shareOf(top.count, size)
  const elsewhere = shareOf(top.elsewhere, crowd.size)
  if (!network || top.count < FEWEST || share < LEAST_SHARE || elsewhere > MAX_ELSEWHERE) return undefined
  return { rule: 'pattern', facts: { share, elsewhere }, narrowed: { pattern: top.pattern } }
}
