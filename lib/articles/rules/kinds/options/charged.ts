import { optionPattern, optionWords } from '../../../languages'
import type { Phrase } from './phrase'

/** Matches the task, which is stated once, after the last alternative. */
export const CHARGED = optionPattern(({ charged }) => charged)
const CHARGES = new RegExp(`^${optionWords(({ charges }) => charges)}`)
/** Returns whether both alternatives name who is to act. */
export const sameCharge = (before: Phrase, last: Phrase) =>
  CHARGES.test(before.plain) && CHARGES.test(last.plain)
