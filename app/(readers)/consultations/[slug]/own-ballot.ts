import { cookies } from 'next/headers'
import { findBallot } from '@/lib/ballots/queries/ballot'
import { GRANTS_COOKIE, READER_COOKIE, readerFromCookies } from '@/lib/readers/cookies'
import type { SurveyRecord } from '@/lib/surveys/queries/public'

/** The ballot that the reader of this request has in `survey`, by their cookies. */
export async function ownBallot(survey: SurveyRecord) {
  const jar = await cookies()
  const reader = readerFromCookies(survey, {
    reader: jar.get(READER_COOKIE)?.value,
    grants: jar.get(GRANTS_COOKIE)?.value,
  })
  return reader && findBallot(survey, reader)
}
