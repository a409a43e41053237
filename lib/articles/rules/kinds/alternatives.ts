import { anyOf, grammarWords } from '../../languages'

/** A word or phrase between two alternatives of a question, as offsets into it. */
export interface Connector {
  start: number
  end: number
}

const STOCK = new RegExp(`\\b${grammarWords(({ stock }) => stock)}\\b`, 'g')
const OR = new RegExp(`\\b${anyOf(({ grammar, questions: { or } }) => (grammar.stock ? or : []))}\\b`, 'g')
const INSIDE = /«[^»]{0,300}»|“[^”]{0,300}”|"[^"]{0,300}"|\([^()]{0,300}\)|\[[^[\]]{0,300}\]/g
const CONNECTOR = new RegExp(`,? ?${grammarWords((grammar) => grammar.connectors)} ?`, 'g')

const blank = (found: string) => '\u0001'.repeat(found.length)

/** Returns the question with everything blanked that cannot separate alternatives; it keeps its length. */
export const bared = (plainQuestion: string) =>
  plainQuestion.replace(INSIDE, blank).replace(STOCK, (found) => found.replace(OR, blank))

/** Returns where a bared question has «ou», «or», «plutôt que» or «versus». */
export function connectors(baredQuestion: string, question: string): Connector[] {
  return [...baredQuestion.matchAll(CONNECTOR)].flatMap(({ 0: found, index }) => {
    const said = question.slice(index, index + found.length)
    // «où» is folded like «ou»; only the accent distinguishes them.
    return /où/iu.test(said) || index === 0 ? [] : [{ start: index, end: index + found.length }]
  })
}
