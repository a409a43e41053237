import type { IntegrityCheck } from '../finding'
import { countSeconds, MAX_SECONDS, shareOf } from '../sample'

const FEWEST = 40
/** Readers need anything from ten seconds to minutes: half of them never need the same three. */
const LEAST_SHARE = 0.6
const MAX_ELSEWHERE = 0.2

/** Finds ballots that all needed the same time from page to answer, to the second: a program with a fixed pause. */
export const timing: IntegrityCheck = (group, { crowd }) => {
  const formed = countSeconds(group, 0, MAX_SECONDS)
  let found = { second: 0, count: 0 }
  for (let second = 1; second < MAX_SECONDS - 1; second++) {
    const count = countSeconds(group, second - 1, second + 1)
    if (count > found.count) found = { second, count }
  }
  const [from, to] = [found.second - 1, found.second + 1]
  const share = shareOf(found.count, formed)
  const elsewhere = shareOf(countSeconds(crowd, from, to), countSeconds(crowd, 0, MAX_SECONDS))
  if (found.count < FEWEST || share < LEAST_SHARE || elsewhere > MAX_ELSEWHERE) return undefined
  return {
    rule: 'timing',
    facts: { second: found.second, share, elsewhere },
    narrowed: { seconds: [from, to] },
  }
}
