import { bothSay, groupOf } from '../../languages'
import { type Check, wordsMatching } from './finding'

const ELECTION = new RegExp(`\\b${groupOf(bothSay(({ elections }) => elections))}\\b`)

/**
 * Finds questions about elections: French law restricts opinion polls about them to representative samples, and forbids
 * them on voting day.
 */
export const election: Check = (linted) => {
  const words = wordsMatching(linted, ELECTION)
  return words === undefined ? [] : [{ code: 'election', why: { words } }]
}
