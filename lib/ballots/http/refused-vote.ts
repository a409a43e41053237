import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { keepDraft } from '../../platform/http/form-drafts'
import type { Problem } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { contextOf } from '../../readers/request-context'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { FormFields } from '../rules/fields'

/** Answers with a refusal in the client's format: JSON, or the ballot's page, which still holds what was typed. */
export async function refuseVote(c: Context, survey: SurveyRecord, refused: Problem, fields: FormFields) {
  const { wantsPage, network } = contextOf(c)
  // When the server accepts no more ballots, it keeps no form either.
  if (!wantsPage || !fields.length || refused.code === 'too_many_ballots') return answerProblem(c, refused)
  const { code, again } = refused
  const until =
    code === 'proof_needed' && again && new Date(Date.now() + again.afterSeconds * 1000).toISOString()
  const wait = until ? { wait: { until, surveyId: survey.id } } : {}
  const kept = { fields, code, problems: refused.fields ?? [], ...wait }
  const draft = await keepDraft(kept, network)
  if (!draft) return answerProblem(c, refused)
  return c.redirect(`/consultations/${survey.view.slug}/bulletin?brouillon=${draft}`, 303)
}

/** What the short way of a vote leaves to the long one: to tell its refusal, or the error that ended it. */
export type LeftOver = { refused: Problem } | { error: unknown }
const leftOver = new WeakMap<IncomingMessage, LeftOver>()

/** Leaves it to the long way to tell what became of the vote in `request`. */
export const leaveToLongWay = (request: IncomingMessage, what: LeftOver) => void leftOver.set(request, what)

/** Returns why the short way refused the vote in this request; undefined where it did not take it. Throws its error. */
export function refusedBefore(c: Context): Problem | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const left = incoming && leftOver.get(incoming)
  if (!left) return undefined
  if ('error' in left) throw left.error
  return left.refused
}
