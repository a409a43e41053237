import { headers } from 'next/headers'
import { noteVisit } from '@/lib/ballots/commands/visits'
import type { BallotView } from '@/lib/ballots/schema'
import { PLACEHOLDER_HEADER, tokenPlaceholder } from '@/lib/platform/http/page-placeholder'
import { env } from '@/lib/platform/runtime/env'
import { newFormToken } from '@/lib/readers/rules/form-token'
import { isPageView } from '@/lib/readers/rules/opened-by-person'
import { type Source, sourceOf } from '@/lib/readers/rules/sources'
import type { SurveyRecord } from '@/lib/surveys/queries/public'
import { shownOrder } from '@/lib/surveys/rules/option-order'
import { inOrder } from '@/lib/surveys/rules/randomised'
import type { QuestionView, SurveyView } from '@/lib/surveys/schema'

async function ledBy({ source }: SurveyView): Promise<Source> {
  const given = await headers()
  const own = env().AVIS_ORIGIN ?? `http://${given.get('host')}`
  return sourceOf(given.get('referer'), { own, article: source.url })
}

/**
 * Returns a token for the one form that this request renders, or the placeholder that the front door replaces by a
 * token.
 */
export async function formToken(view: SurveyView): Promise<string> {
  const mark = tokenPlaceholder()
  if ((await headers()).get(PLACEHOLDER_HEADER) === mark) return mark
  return newFormToken({ issuedAt: Date.now(), source: await ledBy(view) }, env().AVIS_SECRET)
}

/**
 * Returns the questions as the form of `attempt` shows them; a reader who changes a ballot sees the order they saw
 * first.
 */
export const formQuestions = ({ questions }: SurveyView, attempt: string, own?: BallotView): QuestionView[] =>
  inOrder(questions, own?.shown ?? shownOrder(questions, attempt))

/** Counts this request as an opening of the survey's page, if a person made it. */
export async function noteOpening({ id, view }: SurveyRecord) {
  const given = await headers()
  if (given.has(PLACEHOLDER_HEADER)) return
  if (isPageView((name) => given.get(name))) noteVisit(id, await ledBy(view), 'seen')
}
