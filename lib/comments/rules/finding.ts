import type { Ground } from './reasons'

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

/** Of a decision that a check which could not run brought about: which check, its finding says. */
export const CHECK_FAILED = 'check_failed'

type Place = {
  rule: Rule
  /** Offsets in the text, in UTF-16 units. */
  start?: number
  end?: number
  /** How much there is of it, in the check's own unit. */
  score?: number
}

/** What the check wants to be done; no effect when it only notes something. A rejection has its ground. */
type Wanted =
  | { effect?: 'publish' | 'hold'; reason?: undefined; law?: undefined }
  | ({ effect: 'reject' } & Ground)

/** What one check found. Stored as it is: where in the text, and never a word of it. */
export type Finding = Place &
  Wanted & {
    /** Why the check was not heard: the outside hook did not answer well, or the check itself broke (`failed`). */
    skipped?: 'timeout' | 'unreachable' | 'bad_answer' | 'failed'
    /** The hook, or a line of the banned words, would reject and gives no ground: a person chooses one. */
    groundless?: true
  }
