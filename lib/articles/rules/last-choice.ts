import type { Block } from './blocks'
import { asksChoice } from './kinds/choice'
import { continues } from './kinds/continues'
import { asksJudgements } from './kinds/judgements'
import { isOpen } from './kinds/open'
import type { Part } from './roles'

const DEBATES = /^(?:alors,? |et |so,? )?(?:faut-il|doit-on|devrait-on|faudrait-il|should)\b/

/** Matches «Chauffage : bois ou gaz», which after another question is one of a list of titles. */
const HEADLINE = /^[^,:?]{3,40} ?: (?!.*-vous\b)/

/** Matches a few words without a verb: «Coup de génie ou coup de folie ?». */
const VERBLESS =
  /^(?!.*(?:[a-z]-(?:t-)?(?:vous|tu|il|elle|on|ce|ils|elles)\b|\b(?:est|sont|a|ont|va|peut|is|are|was|were|will|should|does|do|did|can|to)\b))(?:[^ ]+ ){2,8}[^ ]+$/

/** Matches the words with which a writer turns to the reader. */
const TURNS = /^(?:alors|so|bref|au final|finalement)\b/

/**
 * Returns the questions of a last paragraph made only of questions, one of them a choice. Such a paragraph addresses
 * readers, since no other addressee is left.
 */
export function lastChoice({ parts, wordsAfter }: Block): Part[] {
  const questions = parts.filter(({ role }) => role === 'question')
  const last = questions.at(-1)
  if (!last?.sentence.last || wordsAfter > 0) return []
  if (isListed(parts, last)) return []
  const paragraph = questions.filter(({ sentence }) => sentence.line === last.sentence.line)
  const { plain: closing } = last.sentence
  if (!paragraph[0]?.sentence.first) {
    if (VERBLESS.test(closing) && asksChoice(closing)) return [last]
    const debate = (DEBATES.test(closing) || TURNS.test(closing)) && asksChoice(closing)
    return debate ? [last] : closingRun(parts)
  }
  const before = parts[parts.indexOf(paragraph[0]) - 1]
  const listed = paragraph.length === 1 && HEADLINE.test(closing) && /\? *$/.test(before?.sentence.text ?? '')
  if (listed) return []
  const debated = paragraph.some(
    (part, at) =>
      asksChoice(part.sentence.plain) ||
      asksJudgements(part.sentence.text) ||
      (at > 0 && continues(part.sentence)) ||
      (paragraph.length > 1 && DEBATES.test(part.sentence.plain)),
  )
  return debated ? paragraph : []
}

/** Minimum words of a title without a full stop. */
const TITLE_WORDS = 4

/** Returns whether a title stands right below a question: both are headlines of other articles. */
function isListed(parts: Part[], question: Part): boolean {
  const next = parts[parts.indexOf(question) + 1]
  if (next?.role !== 'noise' || next.sentence.line !== question.sentence.line + 1) return false
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
