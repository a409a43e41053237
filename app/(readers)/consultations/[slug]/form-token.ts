import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { newFormToken } from '@/lib/readers/rules/form-token'
import { sourceOf } from '@/lib/readers/rules/sources'
import type { SurveyView } from '@/lib/surveys/schema'

/** A token for the one form that this request renders. */
export async function formToken({ source }: SurveyView): Promise<string> {
  const given = await headers()
  const own = env().AVIS_ORIGIN ?? `http://${given.get('host')}`
  const led = sourceOf(given.get('referer'), { own, article: source.url })
  return newFormToken({ issuedAt: new Date(), source: led }, env().AVIS_SECRET)
}
