import type { Ground } from './reasons'

/** Every check, in the order of application. The first that wants something decides; the others are kept beside it. */
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

/** The rule of a decision caused by a check that could not run; its finding names the check. */
export const CHECK_FAILED = 'check_failed'

type Place = {
  rule: Rule
  /** Offsets in the text, in UTF-16 units. */
  start?: number
  end?: number
  /** The amount found, in the check's own unit. */
  score?: number
}

/** What the check wants done; no effect if it only notes something. A rejection states its ground. */
type Wanted =
  | { effect?: 'publish' | 'hold'; reason?: undefined; law?: undefined }
  | ({ effect: 'reject' } & Ground)

/** What one check found, stored as it is: where in the text, and never a word of it. */
export type Finding = Place &
  Wanted & {
    /** Why the check has no result: the outside hook did not respond well, or the check itself broke (`failed`). */
    skipped?: 'timeout' | 'unreachable' | 'bad_answer' | 'failed'
    /** The hook, or a line of the banned words, would reject and states no ground: a person chooses one. */
    groundless?: true
    /** A banned word may be another word, or a quotation: a person reads it. */
    uncertain?: true
  }
