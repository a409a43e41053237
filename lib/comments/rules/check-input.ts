import type { Finding } from './finding'
import type { NormalisedText } from './normalise'
import type { WordList } from './words'

/** The input of the checks: a comment's text and its context. */
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
    /** A text of the author's was published in this survey before. */
    publishedBefore: boolean
  }
  /** Other comments of this survey with the same text. */
  same: { byReader: number; byOthers: number }
  banned: WordList
  suspect: WordList
}

/** One small check. It may find the same thing in several spots. */
export type Check = (said: CheckInput, now: Date) => Finding[]
