import { db } from '../../lib/platform/db/client'
import type { SurveyRecord } from '../../lib/surveys/queries/public'

/** Returns the address of a survey in the API, and of its subresources. */
export const path = (survey: SurveyRecord, rest = '') => `/api/v1/surveys/${survey.view.slug}${rest}`
/** Returns the survey's question of that kind. */
export const question = (survey: SurveyRecord, kind: string) => {
  const found = survey.view.questions.find((candidate) => candidate.kind === kind)
  if (!found) throw new Error(`no ${kind} question`)
  return found
}
/** Returns the answer that chooses the options at those indexes. */
export const choose = (survey: SurveyRecord, kind: string, ...places: number[]) => {
  const { id, options } = question(survey, kind)
  return { questionId: id, optionIds: places.map((place) => options[place]?.id ?? 0) }
}
/** Returns how many ballots a survey has. */
export const ballots = (survey: SurveyRecord) => db().ballot.count({ where: { surveyId: survey.id } })
