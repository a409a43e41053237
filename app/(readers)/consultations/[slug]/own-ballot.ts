import { cookies } from 'next/headers'
import { findBallot } from '@/lib/ballots/queries/ballot'
import { readerOfPage } from '@/lib/readers/cookies'
import type { SurveyRecord } from '@/lib/surveys/queries/public'

/** Returns the ballot that the reader of this request has in `survey`, by their cookies. */
export async function ownBallot(survey: SurveyRecord) {
  const reader = readerOfPage(await cookies(), survey)
  return reader && findBallot(survey, reader)
}
