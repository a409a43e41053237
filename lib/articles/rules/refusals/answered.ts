import { anyOf } from '../../languages'

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
