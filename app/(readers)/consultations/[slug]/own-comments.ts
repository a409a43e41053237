import { cookies } from 'next/headers'
import { ownComments } from '@/lib/comments/queries/own'
import { cookieOf, GRANTS_COOKIE, READER_COOKIE, readerFromCookies } from '@/lib/readers/cookies'
import type { SurveyRecord } from '@/lib/surveys/queries/public'

/** The texts that the reader of this request wrote in `survey`, by their cookies. */
export async function commentsOfReader(survey: SurveyRecord) {
  const jar = await cookies()
  const reader = readerFromCookies(survey, {
    reader: cookieOf(jar, READER_COOKIE),
    grants: cookieOf(jar, GRANTS_COOKIE),
  })
  return reader ? ownComments(survey, reader) : []
}
