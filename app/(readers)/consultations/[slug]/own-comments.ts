import { cookies } from 'next/headers'
import { ownComments } from '@/lib/comments/queries/own'
import { GRANTS_COOKIE, READER_COOKIE, readerFromCookies } from '@/lib/readers/cookies'
import type { SurveyRecord } from '@/lib/surveys/queries/public'

/** The texts that the reader of this request wrote in `survey`, by their cookies. */
export async function commentsOfReader(survey: SurveyRecord) {
  const jar = await cookies()
  const reader = readerFromCookies(survey, {
    reader: jar.get(READER_COOKIE)?.value,
    grants: jar.get(GRANTS_COOKIE)?.value,
  })
  return reader ? ownComments(survey, reader) : []
}
