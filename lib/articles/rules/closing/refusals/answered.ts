import { anyOf, everySaid } from '../../../languages'

const ANSWER = new RegExp(
  `^(?:${anyOf(({ refusals }) => refusals.answerOpeners)},? )*${anyOf(({ refusals }) => refusals.answers)}`,
)

/** Returns whether the sentence right after a question is the writer's own answer or pitch. */
export const isAnswer = (plainNext: string) => ANSWER.test(plainNext)

const PLAIN_ANSWER = new RegExp(
  `^(?:${anyOf(({ refusals }) => refusals.plainAnswerOpeners)},? )?${anyOf(({ refusals }) => refusals.plainAnswers)}\\b(?!.{0,60}\\?)`,
)

/** Returns whether a sentence is a plain yes, no or “the answer is”: it answers any question. */
export const isPlainAnswer = (plainNext: string) => PLAIN_ANSWER.test(plainNext)

const OWN = new RegExp(`^${anyOf(({ refusals }) => refusals.ownAnswers)}`)

/** Returns whether the author answers for themselves, in the middle of their own paragraph. */
export const isOwnAnswer = (plainNext: string) => OWN.test(plainNext)

const ANSWERED_BY = new RegExp(`^${anyOf(({ refusals }) => refusals.answeredBy)}`)

/** Returns whether the first statement after questions says that somebody else answers them. */
export const isAnsweredByOther = (plainNext: string) => ANSWERED_BY.test(plainNext)

const ECHOES = everySaid(({ refusals }) => refusals.echoes)

/** Returns whether the next sentence takes up the subject of the question: “What do you do? You wait.” */
export const isEchoed = (plainQuestion: string, plainNext: string) =>
  ECHOES.some(({ asked, answered }) => asked.test(plainQuestion) && answered.test(plainNext))
