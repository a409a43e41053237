import type { IntegrityCheck } from '../finding'
import { countSeconds, shareOf } from '../sample'

/** Seconds in which nobody reads a question and chooses: one; where there are several questions, two. */
const IMPOSSIBLE = { one: 1, several: 2 }
/** A reader who corrects a returned form is as quick: a few always are. */
const FEWEST = 40
const LEAST_SHARE = 0.2
const TIMES_ELSEWHERE = 5

/** Finds ballots that followed their page faster than it can be read. */
export const speed: IntegrityCheck = (group, { crowd, questions }) => {
  const limit = questions > 1 ? IMPOSSIBLE.several : IMPOSSIBLE.one
  const quick = countSeconds(group, 0, limit)
  const share = shareOf(quick, group.size)
  const elsewhere = shareOf(countSeconds(crowd, 0, limit), crowd.size)
  if (quick < FEWEST || share < Math.max(LEAST_SHARE, TIMES_ELSEWHERE * elsewhere)) return undefined
  return { rule: 'speed', facts: { limit, share, elsewhere }, narrowed: { seconds: [0, limit] } }
}
