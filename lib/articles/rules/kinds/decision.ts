import { anyOf, grammarPattern } from '../../languages'
import { bared, connectors } from './alternatives'

const DECIDES = new RegExp(`^([^:?!.]{5,160}?) ?: ${anyOf(({ asking }) => asking.decides)}[ .!…]*$`)
const CONJUGATED = grammarPattern(({ conjugated }) => conjugated)

/**
 * Returns how many characters of a sentence name the alternatives that its call leaves to readers: «Pont ou tunnel : à
 * vous de trancher.» Returns 0 where it leaves none.
 */
export function decisionLength(plainSentence: string): number {
  const named = DECIDES.exec(plainSentence)?.[1] ?? ''
  const joined = connectors(bared(named), named).length > 0
  return joined && !CONJUGATED.test(named) ? named.length : 0
}
