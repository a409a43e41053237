import { anyOf, everySaid } from '../../languages'

const INVITATION = new RegExp(`^${anyOf(({ asking }) => asking.invitations)}`)
const CONDITION = new RegExp(`^${anyOf(({ asking }) => asking.conditions)}`)
const COMMA = /, /g
const INVITES = new RegExp(`^${anyOf(({ questions }) => questions.invites)}`)
const ASKS = new RegExp(`^${anyOf(({ questions }) => questions.asks)}`)
const CLOSED = new RegExp(`^${anyOf(({ questions }) => questions.closed)}`)
const LATER = new RegExp(anyOf(({ questions }) => questions.later))
const OTHER = new RegExp(`^${anyOf(({ questions }) => questions.other)}`)
const INVERTED = new RegExp(`^${anyOf(({ questions }) => questions.inverted)}`)
const ELLIPTIC = new RegExp(anyOf(({ questions }) => questions.elliptic))
// «où» and «ou» differ by their accent alone.
const WRITTEN_FIRST = everySaid(({ questions }) => questions.written.first)
const WRITTEN_LATER = everySaid(({ questions }) => questions.written.later)
const WRITTEN_LAST = everySaid(({ questions }) => questions.written.last)

const matches = (patterns: RegExp[], text: string) => patterns.some((pattern) => pattern.test(text))

/**
 * Returns whether a sentence without a question mark asks for words: «Racontez-nous vos souvenirs.» A condition may come
 * before, with commas of its own: «Si vous avez trouvé mieux, ou moins cher, dites-nous comment.»
 */
export const isInvitation = (plainSentence: string): boolean =>
  INVITATION.test(plainSentence) || isConditional(plainSentence)

/** Returns whether an order that asks for words follows a condition. */
export function isConditional(plainSentence: string): boolean {
  if (!CONDITION.test(plainSentence)) return false
  const after = [...plainSentence.matchAll(COMMA)].map(({ 0: comma, index }) => index + comma.length)
  return after.some((start) => INVITATION.test(plainSentence.slice(start)))
}

/** Returns whether «ou» only leads to a question for words: «Ou avez-vous une meilleure idée ?». */
export const isInvited = (plainSentence: string) => INVITES.test(plainSentence.replace(/^(?:ou|or) /, ''))

/** Returns whether a question begins with «où», as written: without its accent it is «ou». */
export const asksWhere = (question: string) => matches(WRITTEN_FIRST, question)

/** Returns whether the question wants words, not a choice among answers that it implies. */
export function isOpen(plainQuestion: string, question: string): boolean {
  const asked = plainQuestion.replace(/[?!.… ]+$/, '')
  if (/^ou\b/.test(asked) && !asksWhere(question)) return isOpen(asked.slice(3), question.slice(3))
  if (isInvitation(asked)) return true
  if (INVITES.test(asked) || ASKS.test(asked) || matches(WRITTEN_FIRST, question)) return true
  if (CLOSED.test(asked)) return false
  if (LATER.test(asked) || matches(WRITTEN_LATER, question) || OTHER.test(asked)) return true
  if (INVERTED.test(asked)) return false
  return matches(WRITTEN_LAST, question) || ELLIPTIC.test(asked)
}
