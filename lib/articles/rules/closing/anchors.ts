import type { Block } from './blocks'
import type { Reason } from './found'
import type { Part } from './roles'

// Limits, in words, the prose that may follow a closing question: a call to subscribe, an author's biography. The more
// clearly the question addresses readers, the higher the limit.
const AFTER_LEAD = 150
const AFTER_OPINION = 60
const AFTER_PROMPT = 80
const AFTER_ADDRESS = 20

/** Turns a lead-in with nothing after it into the question itself («Et vous ?»). */
export function settleLeads(parts: Part[]): Part[] {
  const lastQuestion = parts.findLastIndex(({ role }) => role === 'question')
  return parts.map((part, at) =>
    part.role === 'lead' && part.sentence.asks && at > lastQuestion
      ? { ...part, role: 'question', address: 2 }
      : part,
  )
}

/**
 * Returns each question of the block with the reason for which it counts as addressed to readers; undefined without
 * one.
 */
export function anchorsOf({ parts, wordsAfter }: Block): { part: Part; reason: Reason | undefined }[] {
  const isCall = ({ role, sentence, invites }: Part) =>
    role === 'prompt' || invites === true || (role === 'lead' && !sentence.asks)
  const lead = parts.findIndex(({ role }) => role === 'lead')
  const call = parts.findIndex(isCall)
  let callBelow = Number.POSITIVE_INFINITY
  const anchors = parts.map((part, at) => ({ part, at, called: false }))
  for (const anchor of anchors.toReversed()) {
    if (isCall(anchor.part)) callBelow = anchor.part.sentence.line
    anchor.called = (call >= 0 && call < anchor.at) || callBelow - anchor.part.sentence.line <= 1
  }
  return anchors.flatMap(({ part, at, called }) => {
    if (part.role !== 'question') return []
    const led = lead >= 0 && lead < at
    return [{ part, reason: reasonOf(part, led, called, wordsAfter) }]
  })
}

function reasonOf(part: Part, led: boolean, called: boolean, wordsAfter: number): Reason | undefined {
  if (part.invites) return wordsAfter <= AFTER_ADDRESS ? 'prompted' : undefined
  if (led && wordsAfter <= AFTER_LEAD) return 'lead'
  if (part.address === 2 && wordsAfter <= AFTER_OPINION) return part.polled ? 'poll' : 'asks_opinion'
  if (called && wordsAfter <= AFTER_PROMPT) return 'prompted'
  if (part.address === 1 && wordsAfter <= AFTER_ADDRESS) return 'addressed'
  return undefined
}
