import { anyOf, grammarPattern, grammarWords } from '../../languages'
import { saysYesOrNo } from '../kinds/bullets'
import { asksChoice } from '../kinds/choice'
import { continues } from '../kinds/continues'
import { asksJudgements } from '../kinds/judgements'
import { asksWhichOf } from '../kinds/listed'
import { isOpen } from '../kinds/open'
import type { Block } from './blocks'
import type { Part } from './roles'

const DEBATES = new RegExp(`^(?:alors,? |et |so,? )?${anyOf(({ questions }) => questions.debates)}\\b`)
const DUTIES = new RegExp(`^¿?${anyOf(({ questions }) => questions.duties)}`)
/** Minimum words of a lone question about what another ought to do. */
const DUTY_WORDS = 5

/** Matches «Chauffage : bois ou gaz», which after another question is one of a list of titles. */
const HEADLINE = /^[^,:?]{3,40} ?: (?!.*-vous\b)/

const CONJUGATED = grammarPattern(({ conjugated }) => conjugated)
const WORDS = /^(?:[^ ]+ ){2,8}[^ ]+$/
/** Returns whether a question is a few words without a verb: «Coup de génie ou coup de folie ?». */
const isVerbless = (asked: string) => WORDS.test(asked) && !CONJUGATED.test(asked)

const TURNS = new RegExp(`^${grammarWords(({ turns }) => turns)}\\b`)

/**
 * Returns the questions of a last paragraph made only of questions, one of them a choice or about what ought to be done.
 * Such a paragraph addresses readers, since no other addressee is left.
 */
export function lastChoice({ parts, wordsAfter }: Block): Part[] {
  const questions = parts.filter(({ role }) => role === 'question')
  const last = questions.at(-1)
  if (!last?.sentence.last || wordsAfter > 0) return []
  if (isListed(parts, last)) return []
  const paragraph = questions.filter(({ sentence }) => sentence.line === last.sentence.line)
  const { plain: closing } = last.sentence
  if (!paragraph[0]?.sentence.first) {
    if (isVerbless(closing) && asksChoice(closing)) return [last]
    const debate = (DEBATES.test(closing) || TURNS.test(closing)) && asksChoice(closing)
    return debate ? [last] : closingRun(parts)
  }
  const before = parts[parts.indexOf(paragraph[0]) - 1]
  const listed = paragraph.length === 1 && HEADLINE.test(closing) && /\? *$/.test(before?.sentence.text ?? '')
  if (listed) return []
  const duty = paragraph.length === 1 && last.words >= DUTY_WORDS && DUTIES.test(closing)
  if (duty && questions.length === 1) return paragraph
  const debated = paragraph.some(
    (part, at) =>
      asksChoice(part.sentence.plain) ||
      asksWhichOf(part.sentence.plain) ||
      asksJudgements(part.sentence.text) ||
      (at > 0 && (continues(part.sentence) || saysYesOrNo(part.sentence.plain))) ||
      (paragraph.length > 1 && DEBATES.test(part.sentence.plain)),
  )
  return debated ? paragraph : []
}

/** Minimum words of a title without a full stop. */
const TITLE_WORDS = 4

/** Returns whether a title stands right below a question: both are headlines of other articles. */
function isListed(parts: Part[], question: Part): boolean {
  const next = parts[parts.indexOf(question) + 1]
  if (
    next?.role !== 'noise' ||
    next.refusal === 'advert' ||
    next.sentence.line !== question.sentence.line + 1
  )
    return false
  return question.sentence.first && next.words >= TITLE_WORDS && /^\p{Lu}/u.test(next.sentence.text)
}

/** Returns two or more closed questions that end the text, one of them a choice and one a debate; else none. */
function closingRun(parts: Part[]): Part[] {
  const other = parts.findLastIndex(({ role }) => role !== 'question')
  const run = parts.slice(other + 1)
  const closed = run.every(({ sentence: { plain, text } }) => !isOpen(plain, text))
  const choice = run.some(({ sentence: { plain } }) => asksChoice(plain))
  const debate = run.some(({ sentence: { plain } }) => DEBATES.test(plain))
  return run.length > 1 && closed && choice && debate ? run : []
}
