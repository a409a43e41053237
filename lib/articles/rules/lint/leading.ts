import { bothSay, groupOf, LINT, type SurveyLanguage } from '../../languages'
import { type QuestionInput, surveyQuestion } from '../survey/survey-questions'
import { affirmative } from './affirmative'
import { type Check, wordsMatching } from './finding'

const LEADING = new RegExp(bothSay(({ leading }) => leading).join('|'))
const TAG = new RegExp(`, ?${groupOf(bothSay(({ tags }) => tags))} ?\\?`, 'iu')
const PUSHES = new RegExp(
  `(?:, ?)?(?<!\\p{L})${groupOf(bothSay(({ pushes }) => pushes))}(?!\\p{L}),? ?`,
  'giu',
)

/** Returns the question without the words that push to one answer; undefined when nothing can be removed. */
function unled(question: QuestionInput, language: SurveyLanguage): QuestionInput | undefined {
  const { mark, sides, agrees } = LINT[language]
  const plainer = Object.values(LINT)
    .flatMap(({ assents }) => assents)
    .reduce((text, [said, instead]) => text.replace(said, instead), question.prompt)
  if (agrees.test(plainer)) {
    const text = plainer.replace(agrees, sides.asked)
    return surveyQuestion({ text, kind: 'choice', options: sides.options }, language)
  }
  const pushed = plainer.replace(TAG, mark).replace(PUSHES, ' ').replace(/ {2,}/g, ' ').trim()
  const prompt = affirmative(pushed, language)
  return prompt === question.prompt ? undefined : { ...question, prompt }
}

/** Finds wording that suggests the answer. */
export const leading: Check = (linted) => {
  const words = wordsMatching(linted, LEADING)
  if (words === undefined) return []
  const offer = unled(linted.question, linted.language)
  return [{ code: 'leading', why: { words }, ...(offer && { offer }) }]
}
