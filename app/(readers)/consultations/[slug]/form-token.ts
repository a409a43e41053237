import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { newFormToken } from '@/lib/readers/rules/form-token'
import { isOpening } from '@/lib/readers/rules/opening'
import { type Source, sourceOf } from '@/lib/readers/rules/sources'
import { noteVisit } from '@/lib/surveys/commands/visits'
import type { SurveyRecord } from '@/lib/surveys/queries/public'
import type { SurveyView } from '@/lib/surveys/schema'

async function ledBy({ source }: SurveyView): Promise<Source> {
  const given = await headers()
  const own = env().AVIS_ORIGIN ?? `http://${given.get('host')}`
  return sourceOf(given.get('referer'), { own, article: source.url })
}

/** A token for the one form that this request renders. */
export const formToken = async (view: SurveyView): Promise<string> =>
  newFormToken({ issuedAt: new Date(), source: await ledBy(view) }, env().AVIS_SECRET)

/** Counts this request as an opening of the survey's page, if somebody made it. */
export async function noteOpening({ id, view }: SurveyRecord) {
  const given = await headers()
  if (isOpening((name) => given.get(name))) noteVisit(id, await ledBy(view), 'seen')
}
