import { anyOf } from '../../languages'

const SEVERAL = new RegExp(`\\b${anyOf(({ questions }) => questions.several)}\\b`)
const PLURAL = new RegExp(`^(?:.{0,40}\\b)?${anyOf(({ questions }) => questions.plural)}\\b`)

/** Returns whether the question allows several answers in words. */
export const asksSeveral = (plainQuestion: string) => SEVERAL.test(plainQuestion)

/** Returns whether a plural before a list allows several answers: «Lesquels utilisez-vous : …». */
export const asksPlural = (plainQuestion: string) => PLURAL.test(plainQuestion)
