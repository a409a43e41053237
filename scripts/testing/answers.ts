import { db } from '../../lib/platform/db/client'
import type { SurveyRecord } from '../../lib/surveys/queries/public'

/** The address of a survey in the API, and of what hangs on it. */
export const path = (survey: SurveyRecord, rest = '') => `/api/v1/surveys/${survey.view.slug}${rest}`
/** The survey's question of that kind. */
export const question = (survey: SurveyRecord, kind: string) => {
  const found = survey.view.questions.find((candidate) => candidate.kind === kind)
  if (!found) throw new Error(`no ${kind} question`)
  return found
}
/** The answer that chooses the options at those places. */
export const choose = (survey: SurveyRecord, kind: string, ...places: number[]) => {
  const { id, options } = question(survey, kind)
  return { questionId: id, optionIds: places.map((place) => options[place]?.id ?? 0) }
}
export const ballots = (survey: SurveyRecord) => db().ballot.count({ where: { surveyId: survey.id } })
