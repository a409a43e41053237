import type { Finding } from './finding'
import type { NormalisedText } from './normalise'
import type { WordList } from './words'

/** A comment as the checks see it: its text, and what has to be known around it. */
export type CheckInput = {
  text: string
  folded: NormalisedText
  sentAt: Date
  survey: {
    language: 'fr' | 'en'
    closesAt: Date | undefined
    mode: 'before' | 'after' | 'first_only'
  }
  reader: {
    muted: boolean
    /** A text of theirs was published in this survey before. */
    publishedBefore: boolean
  }
  /** Other comments of this survey with the same words. */
  same: { byReader: number; byOthers: number }
  banned: WordList
  suspect: WordList
}

/** One small check. It may find the same thing in several places. */
export type Check = (said: CheckInput, now: Date) => Finding[]
