import { anyOf, grammarWords } from '../../languages'
import { answersFrom, answersIn, isCount, isNoise, saysYesOrNo } from '../kinds/bullets'
import { isLevel } from '../kinds/levels'
import { asksSeveral } from '../kinds/multi'
import type { Line } from '../reading/lines'
import type { Reading } from '../reading/reading'
import type { Sentence } from '../reading/sentences'
import { isPrompt } from './asking/prompts'

/** The answers found beside a question. */
export interface Answers {
  options: string[]
  /** Whether a note beside the question allows several of them. */
  several: boolean
}

/** Matches questions whose answer is a sentence: a list under them is not a list of answers. */
const WANTS_WORDS = new RegExp(`\\b${grammarWords(({ wantsWords }) => wantsWords)}\\b`)
const MAX_LINES = 20
const MAX_ANSWER_LENGTH = 80
const MAX_NOTE = 60
const NONE: Answers = { options: [], several: false }

/** Returns the answers that follow sentence number `index`: a list, or a sentence that names them. */
export function answersAfter({ sentences, lines, sections, notes }: Reading, index: number): Answers {
  const asked = sentences[index]
  const announced = ANNOUNCED.test(sentences[index - 1]?.plain ?? '')
  if (!asked) return NONE
  const next = sentences[index + 1]
  const under = next && next.line > asked.line ? lines[next.line] : undefined
  const ticked = under?.box || (under?.bullet && saysYesOrNo(next?.plain ?? ''))
  const named = under?.bullet && shortItems(sentences.slice(index + 1), lines)
  const listed = announced || ticked || named || asksSeveral(asked.plain)
  if (WANTS_WORDS.test(asked.plain) && !listed) return NONE
  const bullets: { text: string; plain: string }[] = []
  const bare: { text: string; plain: string }[] = []
  let several = false
  let counted = announced
  for (const sentence of sentences.slice(index + 1, index + 1 + MAX_LINES)) {
    const { plain, line, asks, first, last, text } = sentence
    const section = sections[line]
    if (asks || section === 'related' || section === 'comments' || lines[line]?.quoted) break
    if (notes.has(line)) break
    if (VOTES.test(plain)) counted = true
    if (isCount(plain) && bare.length > 1) counted = true
    if (isNoise(plain) || VOTES.test(plain)) continue
    // A list of share buttons has a heading before it; a lone name («LinkedIn») may be an answer.
    if (section === 'meta' && !lines[line]?.bullet) break
    if (bullets.length + bare.length === 0 && text.length < MAX_NOTE && asksSeveral(plain)) {
      several = true
    } else if (lines[line]?.bullet && first && last) bullets.push(sentence)
    else if (
      line > asked.line &&
      first &&
      last &&
      text.length < MAX_ANSWER_LENGTH &&
      !/[.!…:,]$/.test(plain)
    ) {
      bare.push(sentence)
    } else if (!NAMES_ACT.test(plain) || bullets.length + bare.length > 0) break
  }
  const items = answersFrom(bullets)
  if (items.length > 0) return { options: items, several }
  // Lines without a bullet could be anything. A vote must be announced or counted, a note must allow several, or one line
  // must sound like an answer.
  const levels = bare.length > 2 && bare.every(({ plain }) => isLevel(plain))
  const told =
    counted || several || levels || bare.some(({ plain }) => saysYesOrNo(plain)) ? answersFrom(bare) : []
  if (told.length > 0) return { options: told, several }
  if (!next || next.asks || next.line > asked.line + 1) return { options: [], several }
  const called = isPrompt(next.plain) && !asksSeveral(next.plain)
  return { options: called ? [] : answersIn(next.text, next.plain), several }
}

/** Minimum items, and maximum words of each, of a list that answers a question for words: «Ravi», «Pas vraiment». */
const MIN_ITEMS = 3
const ITEM_WORDS = 4

function shortItems(sentences: Sentence[], lines: Line[]): boolean {
  const other = sentences.findIndex(({ line }) => !lines[line]?.bullet)
  const items = other < 0 ? sentences : sentences.slice(0, other)
  return (
    items.length >= MIN_ITEMS &&
    items.every(
      ({ plain, first, last, asks }) =>
        first && last && !asks && !/[.!:]$/.test(plain) && plain.split(' ').length <= ITEM_WORDS,
    )
  )
}

const VOTES = new RegExp(`^\\d[\\d ,.]*${anyOf(({ answerWords }) => answerWords.votes)}\\b`)
/** Matches a line that announces a vote. */
const ANNOUNCED = new RegExp(`^${anyOf(({ answerWords }) => answerWords.announced)}.{0,30}$`)
/** Matches calls such as «Votez !», which may stand between a question and its answers. */
const NAMES_ACT = new RegExp(`^${anyOf(({ answerWords }) => answerWords.calls)}\\b.{0,40}$`)
