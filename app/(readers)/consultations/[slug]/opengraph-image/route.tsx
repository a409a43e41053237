import { notFound } from 'next/navigation'
import { findResults } from '@/lib/results/queries/results'
import { findSurvey } from '@/lib/surveys/queries/public'
import { pushesResults } from '@/lib/surveys/rules/lifecycle'
import { cardImage } from '../card'

/** Seconds for which caches may keep the picture. */
const FRESH_SECONDS = 60

/** Returns the consultation's picture for sites where a link to it is shared. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const survey = await findSurvey((await params).slug)
  if (!survey) notFound()
  const results = pushesResults(survey.view) ? await findResults(survey) : undefined
  return cardImage(survey.view, results, FRESH_SECONDS)
}
