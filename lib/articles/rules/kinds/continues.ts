import { anyOf, grammarWords } from '../../languages'
import type { Sentence } from '../reading/sentences'
import { asksWhere, isInvited } from './open'

/** Matches «Ou est-ce…», and no «Où» that lost its accent: «Ou est la gare». */
const CONTINUES = new RegExp(
  `^${anyOf(({ grammar, questions: { or } }) => (grammar.connectors ? or : []))} (?!${grammarWords(({ continuesNot }) => continuesNot)})`,
)

/** Returns whether a question goes on with the alternatives of the one before it: «Ou est-ce la fin ?». */
export function continues(sentence: Sentence): boolean {
  const { plain, text } = sentence
  return CONTINUES.test(plain) && !asksWhere(text) && !isInvited(plain)
}
