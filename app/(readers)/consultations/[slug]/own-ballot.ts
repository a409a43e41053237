import { cookies } from 'next/headers'
import { findBallot } from '@/lib/ballots/queries/ballot'
import { cookieOf, GRANTS_COOKIE, READER_COOKIE, readerFromCookies } from '@/lib/readers/cookies'
import type { SurveyRecord } from '@/lib/surveys/queries/public'

/** The ballot that the reader of this request has in `survey`, by their cookies. */
export async function ownBallot(survey: SurveyRecord) {
  const jar = await cookies()
  const reader = readerFromCookies(survey, {
    reader: cookieOf(jar, READER_COOKIE),
    grants: cookieOf(jar, GRANTS_COOKIE),
  })
  return reader && findBallot(survey, reader)
}
