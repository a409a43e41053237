import { anyOf } from '../../../languages'
import type { Reading } from '../../reading/reading'
import { addressOf } from '../asking/address'
import { isLead } from '../asking/leads'
import { isPrompt } from '../asking/prompts'

const MUSES = new RegExp(`^${anyOf(({ refusals }) => refusals.musings)}`)

/** How many questions go on with a musing. */
const GOES_ON = 3

/**
 * Returns whether the author asks sentence number `index` of themselves («Peut-être devrais-je…»), or right after such
 * a question. A call to answer beside it makes it a question to readers.
 */
export function isMusing({ sentences }: Reading, index: number): boolean {
  const asked = sentences[index]
  if (!asked || addressOf(asked.plain) === 2) return false
  const { line } = asked
  const near = [sentences[index - 1], sentences[index + 1]]
  if (near.some((one) => one && (isPrompt(one.plain) || isLead(one.plain)))) return false
  const before = sentences.slice(Math.max(0, index - GOES_ON), index + 1).reverse()
  const other = before.findIndex((one) => one.line !== line || !one.asks)
  return before.slice(0, other < 0 ? undefined : other).some((one) => MUSES.test(one.plain))
}
