import { anyOf, bothSay } from '../../languages'
import { surveyQuestion } from '../survey/survey-questions'
import { affirmative } from './affirmative'
import { type Check, wordsMatching } from './finding'

const NEGATIVE = new RegExp(bothSay(({ negatives }) => negatives).join('|'))

const OR_NOT = new RegExp(`\\b${anyOf(({ questions }) => questions.orNot)}\\b`)

/** Finds a negative question: to some readers «oui» then means no, to others yes. */
export const negative: Check = (linted) => {
  const { question, language } = linted
  if (question.kind === 'open' || OR_NOT.test(linted.folded)) return []
  const words = wordsMatching(linted, NEGATIVE)
  if (words === undefined) return []
  const finding = { code: 'negative' as const, why: { words } }
  const prompt = affirmative(question.prompt, language)
  if (prompt === question.prompt) return [finding]
  const yesNo = question.options.some(({ stance }) => stance === 'yes')
  return [
    {
      ...finding,
      offer: yesNo
        ? surveyQuestion({ text: prompt, kind: 'yesno', options: [] }, language)
        : { ...question, prompt },
    },
  ]
}
