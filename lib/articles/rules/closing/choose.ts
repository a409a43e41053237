import { asksChoice } from '../kinds/choice'
import { anchorsOf, settleLeads } from './anchors'
import type { Block } from './blocks'
import type { Reason, Refusal } from './found'
import { lastChoice } from './last-choice'
import type { Part } from './roles'

/** A question that was accepted as a closing one. */
export interface Chosen {
  part: Part
  reason: Reason
  confidence: number
}

/** The closing questions of an article, and the refused ones. */
export interface Choice {
  chosen: Chosen[]
  /** The start of the closing block: its lead-in when it has one. */
  opening: Part | undefined
  refused: { part: Part; reason: Refusal }[]
}

/** Maximum words of an aside between two closing questions. */
const BETWEEN = 25

const CONFIDENCE: Record<Reason, number> = {
  lead: 0.95,
  asks_opinion: 0.9,
  poll: 0.85,
  prompted: 0.75,
  addressed: 0.7,
  beside: 0.65,
  last_choice: 0.5,
}

function chooseIn(block: Block): Chosen[] {
  const settled = { ...block, parts: settleLeads(block.parts) }
  const anchors = anchorsOf(settled)
  const first = anchors.findIndex(({ reason }) => reason !== undefined)
  const anchor = anchors[first]?.part
  if (!anchor) {
    const confidence = CONFIDENCE.last_choice
    return lastChoice(settled).map((part) => ({ part, reason: 'last_choice', confidence }))
  }
  return anchors.flatMap(({ part, reason: own }, index): Chosen[] => {
    const reason = own ?? (index > first || isBeside(part, anchor) ? 'beside' : undefined)
    if (!reason) return []
    const confidence = CONFIDENCE[reason] - Math.min(0.2, block.wordsAfter / 400)
    return [{ part, reason, confidence: Math.round(confidence * 100) / 100 }]
  })
}

/** Returns whether a question before the first one that addresses readers belongs with it, as its neighbour. */
function isBeside(part: Part, anchor: Part): boolean {
  const { first, last } = part.sentence
  return (
    part.sentence.line === anchor.sentence.line ||
    ((first || asksChoice(part.sentence.plain)) && last && anchor.sentence.line - part.sentence.line <= 3)
  )
}

/**
 * Returns which questions of which blocks are the closing ones: from the last block backwards, while they stay close.
 */
export function choose(blocks: Block[]): Choice {
  const kept: Chosen[][] = []
  let opening: Part | undefined
  for (const block of blocks.toReversed()) {
    const later = kept.length > 0
    if (later && block.wordsToNext > BETWEEN) break
    const found = chooseIn(later ? { ...block, wordsAfter: block.wordsToNext } : block)
    const first = found[0]?.part
    if (!first) continue
    kept.unshift(found)
    opening = block.parts.find(({ role, index }) => role === 'lead' && index < first.index) ?? first
  }
  const chosen = kept.flat()
  return { chosen, opening, refused: refusedIn(blocks, new Set(chosen.map(({ part }) => part.index))) }
}

function refusedIn(blocks: Block[], taken: Set<number>): Choice['refused'] {
  return blocks.flatMap(({ parts }) =>
    parts.flatMap((part): Choice['refused'] => {
      if (taken.has(part.index) || !part.sentence.asks || part.refusal) return []
      if (part.role === 'lead') return [{ part, reason: 'lead_in' }]
      return [{ part, reason: part.address > 0 ? 'not_closing' : 'not_addressed' }]
    }),
  )
}
