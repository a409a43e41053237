import { anyOf } from '../../languages'
import { plain } from '../reading/plain'

const FOLLOW_UP = new RegExp(`,? (${anyOf(({ questions }) => questions.followUps)}) ?\\?*$`, 'u')

const AND = new RegExp(`^${anyOf(({ questions: { judged } }) => [judged.and])} `, 'iu')

/** Matches two words: a question, and no mere opening. */
const ASKED = /\p{L}\P{L}+\p{L}/u

/** A question with the one that it asks in passing. */
export interface Followed {
  /** The question without its follow-up, with its question mark. */
  main: string
  /** «et si oui, pourquoi ?», as written. */
  followUp?: string
}

/** Separates «, et si oui, pourquoi ?» from the question before it. */
export function followed(question: string): Followed {
  const match = FOLLOW_UP.exec(plain(question))
  // «Et si non, que changeriez-vous ?» is a question of its own.
  if (!match?.[1] || !ASKED.test(question.slice(0, match.index))) return { main: question }
  const at = match.index + match[0].indexOf(match[1])
  const mark = /\s?\?+$/.exec(question)?.[0] ?? ''
  return { main: question.slice(0, match.index) + mark, followUp: question.slice(at) }
}

/** Returns the follow-up as a question of its own: «Si oui, pourquoi ?». */
export function standing(followUp: string): string {
  const bare = followUp.replace(AND, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
