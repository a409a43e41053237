import { anyOf } from '../../../languages'

const REPORTED = new RegExp(`^${anyOf(({ refusals }) => refusals.reports)}`)

/** Returns whether the words after the question name who asked it («… ? demande le maire»). */
export const isReported = (plainNext: string, startsLower: boolean) => startsLower && REPORTED.test(plainNext)

const INTRODUCED = new RegExp(
  `\\b${anyOf(({ refusals }) => refusals.introduces)} ?[,:]|\\b${anyOf(({ refusals }) => refusals.asks)}\\b[^?]{0,60}: ?["«“]`,
)
const SAID = new RegExp(`\\b${anyOf(({ refusals }) => refusals.asked)}\\b[^?:]{0,60} ?: `)

const POLLED = new RegExp(`${anyOf(({ refusals }) => refusals.polled)}[^?:]{0,80} ?: `)

/** Returns whether the question itself names another person who asks it. */
export const isIntroduced = (plainSentence: string) =>
  INTRODUCED.test(plainSentence) || SAID.test(plainSentence) || POLLED.test(plainSentence)
