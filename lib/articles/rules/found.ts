export type Language = 'fr' | 'en'
export type Kind = 'open' | 'yesno' | 'choice' | 'multi' | 'scale'

export interface Found {
  text: string
  kind: Kind
  options: string[]
  /** Short stable code of the rule that took the question. */
  reason: Reason
  /** Between 0 and 1. */
  confidence: number
  /** Offsets in the text as it was pasted, before any repair. */
  start: number
  end: number
}

export type Reason = 'lead' | 'poll' | 'asks_opinion' | 'addressed' | 'prompted' | 'beside' | 'last_choice'

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

export interface Refused {
  text: string
  reason: Refusal
  start: number
  end: number
}

export interface Detection {
  title?: string
  /** ISO 8601, as precise as is known. */
  date?: string
  language: Language
  /** Where the closing block starts in the pasted text, its lead-in included. */
  start: number | null
  questions: Found[]
}
