import type { Block } from './blocks'
import { asksChoice } from './kinds/choice'
import type { Part } from './roles'

const DEBATES = /^(?:alors,? |et |so,? )?(?:faut-il|doit-on|devrait-on|faudrait-il|should)\b/

/** The writer turns round to the reader. */
const TURNS = /^(?:alors|so|bref|au final|finalement)\b/

/** A last paragraph made only of questions, one of them a choice, is put to somebody: readers are left. */
export function lastChoice({ parts, wordsAfter }: Block): Part[] {
  const questions = parts.filter(({ role }) => role === 'question')
  const last = questions.at(-1)
  if (!last?.sentence.last || wordsAfter > 0) return []
  const paragraph = questions.filter(({ sentence }) => sentence.line === last.sentence.line)
  const { plain: closing } = last.sentence
  if (!paragraph[0]?.sentence.first) {
    const debate = (DEBATES.test(closing) || TURNS.test(closing)) && asksChoice(closing)
    return debate ? [last] : []
  }
  const debated = paragraph.some(
    ({ sentence: { plain } }) => asksChoice(plain) || (paragraph.length > 1 && DEBATES.test(plain)),
  )
  return debated ? paragraph : []
}
