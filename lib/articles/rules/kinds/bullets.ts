import { anyOf, groupOf, PACKS } from '../../languages'
import type { AnswerWords } from '../../languages/answers'
import { plain } from '../reading/plain'

const STATISTICS = /(?:[\s:–—(-]*\d[\d ,.]*(?:%| votes?| voix)[\s,;)]*)+$/i
const words = (said: (words: AnswerWords) => readonly string[]) =>
  anyOf(({ answerWords }) => said(answerWords))
const NOISE = new RegExp(`^${words(({ noise }) => noise)}\\b|^[\\d\\s,.%]+$`)
const PROMPTED = new RegExp(`^${words(({ prompts }) => prompts)} ?:? ?`)
const YES = groupOf(Object.values(PACKS).map(({ answers: { yes } }) => plain(yes)))
const NO = groupOf(Object.values(PACKS).map(({ answers: { no } }) => plain(no)))
const YES_NO = new RegExp(`^(?:${YES}|${NO})\\b`)
const SAYS_YES = new RegExp(`\\b${YES}\\b`)
const SAYS_NO = new RegExp(`\\b${NO}\\b`)
const ANSWERS = new RegExp(`^${words(({ spoken }) => spoken)}\\b`)
const OR = anyOf(({ questions }) => questions.or)
const SEPARATOR = new RegExp(`, (?:${OR} )?| ${OR} |; | / `)
const JOINED = new RegExp(` ${OR} `)

/** Matches a sentence with a verb of its own («Répondez à cet email ou…»): it lists no answers. */
const ACTS = new RegExp(words(({ acts }) => acts))

/** Returns whether a line beside a list of answers only counts votes or names the poll. */
export const isNoise = (folded: string) => NOISE.test(folded)

const COUNT = new RegExp(`^${words(({ noise }) => noise)}\\b.{0,40}\\d`)

/** Returns whether a line counts the votes of a poll: «Total des votes : 2 318». */
export const isCount = (folded: string) => COUNT.test(folded)

/** Returns whether a line sounds like an answer to a poll. */
export const saysYesOrNo = (folded: string) => ANSWERS.test(folded)

/** A list item as written, with its folded form. */
export interface Listed {
  text: string
  plain: string
}

/** Returns the answers listed under a question, without counts and shares of votes; empty when they are no answers. */
export function answersFrom(items: Listed[]): string[] {
  const answers = items.flatMap(({ text, plain: folded }) => {
    if (NOISE.test(folded)) return []
    const answer = text
      .replace(STATISTICS, '')
      .replace(/[\s;,.:]+$/, '')
      .trim()
    return answer === '' ? [] : [answer]
  })
  const unique = [...new Set(answers)]
  return unique.length >= 2 ? unique : []
}

/** Matches a line of buttons: «[Pour] [Contre]». */
const BUTTONS = /^(?:\[[^[\]]{1,60}\]\s*){2,10}$/

/** Returns the answers that a separate sentence lists: «Choix : A, B ou C.», «Oui, non, peut-être.» */
export function answersIn(text: string, folded: string): string[] {
  const buttons = BUTTONS.test(text)
    ? [...text.matchAll(/\[([^[\]]+)\]/g)].map(([, button = '']) => button.trim())
    : []
  if (buttons.length > 1) return buttons
  const prompted = PROMPTED.exec(folded)?.[0].length ?? 0
  const marked = prompted > 0 && /: ?$/.test(folded.slice(0, prompted))
  const list = text.slice(marked ? prompted : 0).replace(/[\s.!…]+$/, '')
  const items = list
    .split(SEPARATOR)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  const short = items.every((item) => item.split(' ').length <= 6)
  if (items.length < 2 || !short) return []
  const joined = JOINED.test(folded) && !ACTS.test(folded)
  return marked ||
    (SAYS_YES.test(folded) && SAYS_NO.test(folded) && YES_NO.test(folded)) ||
    (joined && items.length > 2)
    ? items
    : []
}
