import { anyOf } from '../../../languages'
import type { Reading } from '../../reading/reading'

const VOCATIVE = new RegExp(`^¿?${anyOf(({ refusals }) => refusals.vocatives)}, `)

/** For each line the index of its first sentence that calls somebody: found once, since a line can be a whole page. */
const FIRST_CALLS = new WeakMap<Reading, Map<number, number>>()

function firstCalls(reading: Reading): Map<number, number> {
  const known = FIRST_CALLS.get(reading)
  if (known) return known
  const found = new Map<number, number>()
  for (const [index, { line, plain }] of reading.sentences.entries())
    if (!found.has(line) && VOCATIVE.test(plain)) found.set(line, index)
  FIRST_CALLS.set(reading, found)
  return found
}

/**
 * Returns whether sentence number `index`, or one before it in its paragraph, calls somebody who is no reader: «Monsieur
 * le préfet, …».
 */
export function callsAnother(reading: Reading, index: number): boolean {
  const line = reading.sentences[index]?.line
  const first = line === undefined ? undefined : firstCalls(reading).get(line)
  return first !== undefined && first <= index
}
