import { surveyQuestion } from '../survey-questions'
import { affirmative } from './affirmative'
import { type Check, wordsMatching } from './finding'

const NEGATIVE =
  /\b(?:ne|n')\s?[a-z'-]+(?:-(?:t-)?(?:vous|il|elle|on|ils|elles|nous|ce|tu))? (?:[a-z]+ )?(?:pas|plus|jamais|aucun(?:e)?|rien|guere)\b|\b(?:n'[a-z-]+|ne [a-z-]+) (?:pas|plus|jamais)\b|\b(?:isn't|aren't|don't|doesn't|won't|wouldn't|shouldn't|can't|couldn't|hasn't|haven't|not|never|no longer)\b/

/** Finds a negative question: to some readers «oui» then means no, to others yes. */
export const negative: Check = (linted) => {
  const { question, language } = linted
  if (question.kind === 'open' || /\bor not\b|\bou pas\b/.test(linted.folded)) return []
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
