import { cookies } from 'next/headers'
import { ownComments } from '@/lib/comments/queries/own'
import { readerOfPage } from '@/lib/readers/cookies'
import type { SurveyRecord } from '@/lib/surveys/queries/public'

/** Returns the texts that the reader of this request wrote in `survey`, by their cookies. */
export async function commentsOfReader(survey: SurveyRecord) {
  const reader = readerOfPage(await cookies(), survey)
  return reader ? ownComments(survey, reader) : []
}
