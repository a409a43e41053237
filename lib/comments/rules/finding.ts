import type { Reason } from './reasons'

/** Every check, in the order they are asked: the first that wants something decides, the others are kept beside it. */
export const RULES = [
  'muted',
  'closed',
  'banned_words',
  'length',
  'flood',
  'links',
  'shouting',
  'repeated',
  'suspect_words',
  'language',
  'newcomer',
  'hook',
  'mode',
] as const
export type Rule = (typeof RULES)[number]

export type Effect = 'publish' | 'hold' | 'reject'

/** What one check found. Stored as it is: where in the text, and never a word of it. */
export type Finding = {
  rule: Rule
  /** What the check wants to be done; none when it only notes something. */
  effect?: Effect
  /** Offsets in the text, in UTF-16 units. */
  start?: number
  end?: number
  /** How much there is of it, in the check's own unit. */
  score?: number
  /** Of a rejection. */
  reason?: Reason
  /** Why the outside hook was not heard. */
  skipped?: 'timeout' | 'unreachable' | 'bad_answer'
}
