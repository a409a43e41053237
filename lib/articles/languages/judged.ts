/** How several judgements of one thing are asked in one question: «utile et réaliste ?». */
export interface Judged {
  /** Words right before the first judgement. */
  links: readonly string[]
  /** Words before the thing that is judged, after which the judgements stand. */
  judges: readonly string[]
  /** The word before the last judgement. */
  and: string
  /** Words before a judgement that adds to the one before: «utile, voire indispensable». */
  even?: readonly string[]
  /** Matches an adverb of manner, which may stand before a judgement and is none: «financièrement tenable». */
  adverb?: string
  /** Words that narrow a judgement, or say that all are meant. */
  narrows: readonly string[]
  /** Judgements of several words: “up to date”. */
  phrases: readonly string[]
  /** Words after the last judgement that complete it: «adapté au quartier». */
  complements: readonly string[]
  /** Matches an adjective. Unset where the place alone shows one. */
  adjective?: RegExp
}
