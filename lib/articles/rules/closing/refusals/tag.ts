import { anyOf } from '../../../languages'

const TAG = new RegExp(anyOf(({ refusals }) => refusals.tags))
const COMMA = /[,–—-] ?[^,]{1,14}$/

/** Returns whether a sentence asks for assent, not for an answer: «…, non ?», “…, right?”. */
export const isTag = (plainSentence: string) => COMMA.test(plainSentence) && TAG.test(plainSentence)
