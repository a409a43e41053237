import type { Language } from '../../languages'

export type { Language } from '../../languages'

/** The kind of answer that a question wants. */
export type Kind = 'open' | 'yesno' | 'choice' | 'multi' | 'scale'

/** A closing question that was found. */
export interface Found {
  text: string
  kind: Kind
  options: string[]
  /** The question for words that a closed one asks in passing: «et si oui, pourquoi ?». */
  followUp?: string
  /** Short stable code of the rule that accepted the question. */
  reason: Reason
  /** The confidence in the question, between 0 and 1. */
  confidence: number
  /** Offsets in the text as it was pasted, before any repair. */
  start: number
  end: number
}

/** The rule that accepted a question. */
export type Reason = 'lead' | 'poll' | 'asks_opinion' | 'addressed' | 'prompted' | 'beside' | 'last_choice'

/** The rule that refused a question. */
export type Refusal =
  | 'title'
  | 'heading'
  | 'quoted'
  | 'reported'
  | 'related'
  | 'comments'
  | 'furniture'
  | 'letter'
  | 'interview'
  | 'answered'
  | 'tag'
  | 'rhetorical'
  | 'advert'
  | 'lead_in'
  | 'not_closing'
  | 'not_addressed'
  | 'too_long'

/** A question that was refused. */
export interface Refused {
  text: string
  reason: Refusal
  start: number
  end: number
}

/** What was detected in a pasted article. */
export interface Detection {
  title?: string
  /** ISO 8601, as precise as is known. */
  date?: string
  language: Language
  /** The start of the closing block in the pasted text, its lead-in included. */
  start: number | null
  questions: Found[]
}
