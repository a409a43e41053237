import { expect, it } from 'vitest'
import { detectClosing } from '../lib/articles/rules/closing/detect'
import { surveyQuestions } from '../lib/articles/rules/survey/survey-questions'
import { demoSurvey } from './demo'

/** The demo's own words, pasted as carelessly as its source: no space after a full stop, no line ends. */
const pasted = [
  ' date 2025-01 ',
  demoSurvey.article.summary.replaceAll('. ', '.'),
  '« Ce sera une année déterminante pour l’IA », promet le groupe.',
  ...demoSurvey.questions.map(({ prompt }) => prompt),
].join('')

it('asks in the demo what detection finds in its article, pasted as it is', () => {
  const { questions, date, language, start } = detectClosing(pasted, demoSurvey.article.title)
  expect({ date, language }).toEqual({
    date: demoSurvey.article.publishedOn,
    language: demoSurvey.article.language,
  })
  expect(start).toBe(pasted.indexOf(demoSurvey.questions[0]?.prompt ?? '-'))
  const asked = surveyQuestions(questions, language)
  expect(asked.map(({ kind, prompt, options }) => ({ kind, prompt, options }))).toEqual(
    demoSurvey.questions.map(({ kind, prompt, options = [] }) => ({ kind, prompt, options })),
  )
})
