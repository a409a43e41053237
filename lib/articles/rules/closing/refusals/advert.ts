import { anyOf } from '../../../languages'

const ADVERT = new RegExp(anyOf(({ refusals }) => refusals.adverts))
const WALL = new RegExp(`\\b${anyOf(({ walls }) => [...walls.consent, ...walls.robot])}`)
const SELLS = new RegExp(
  `^${anyOf(({ refusals }) => refusals.sells)}\\b(?!.{0,80}\\b${anyOf(({ refusals }) => refusals.polls)}\\b)`,
)

/** Returns whether the next sentence sells what the question was about: «… ? Téléchargez-la.» */
export const isSale = (plainNext: string) => SELLS.test(plainNext)

/**
 * Returns whether a sentence sells, recruits, helps with an account, asks for consent to cookies or asks about the page
 * itself.
 */
export const isAdvert = (plainSentence: string) => ADVERT.test(plainSentence) || WALL.test(plainSentence)
