import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Outcome, type Problem, refusal, success } from '../../platform/http/problem-codes'
import type { Body } from '../../platform/http/read-body'
import { env } from '../../platform/runtime/env'
import type { VotingReader } from '../../readers/cookies'
import { contextOf, type RequestContext } from '../../readers/request-context'
import { isAttempt } from '../../readers/rules/identity'
import { networkKey } from '../../readers/rules/network-key'
import type { SurveyRecord } from '../../surveys/queries/public'
import { shownOrder } from '../../surveys/rules/option-order'
import { isSameForAll } from '../../surveys/rules/randomised'
import { countLoad } from '../commands/count-load'
import type { Evidence, Seen } from '../commands/orders'
import { checkBallot } from '../rules/check'
import { ATTEMPT_FIELD, FORM_FIELD, type FormFields, readForm } from '../rules/fields'
import type { Overload } from '../rules/overload'
import type { Answer } from '../rules/tally-keys'
import { type BallotInput, ballotInput, ballotLimit } from '../schema'

/** Caps how long a page can have been open: a year, in seconds. */
const MAX_OPEN_SECONDS = 365 * 24 * 3600

const WEAK_ATTEMPT: Problem = {
  code: 'invalid_request',
  fields: [{ code: 'out_of_range', path: ['idempotency-key'] }],
}

/** The body of a vote: JSON, or the page's form. */
export const voteBody = {
  schema: ballotInput,
  form: readForm,
  fields: z.record(z.string(), z.string()),
}

/** Returns the maximum size of a vote's body in a survey. */
export const limitOf = ({ view }: SurveyRecord) => ballotLimit(view)

/** A valid vote: its reader, its answers, and its cost while many come. */
export type Vote = {
  context: RequestContext
  survey: SurveyRecord
  by: VotingReader
  answers: Answer[]
  /** What its sender knew of an earlier ballot of this reader. */
  seen: Seen
  evidence: Evidence
  overload: Overload | undefined
  fields: FormFields
}

/**
 * Returns the vote that a request casts in `survey`, or what is wrong with it. Counts it among the incoming ballots.
 */
export function readVote(
  c: Context,
  survey: SurveyRecord,
  { fields, parsed }: Body<BallotInput>,
): Outcome<Vote> {
  const context = contextOf(c)
  const field = (wanted: string) => fields.find(([name]) => name === wanted)?.[1]
  const attempt = context.attempt ?? field(ATTEMPT_FIELD)
  if (attempt !== undefined && !isAttempt(attempt)) return { ok: false, problem: WEAK_ATTEMPT }
  const answers = parsed.ok ? checkAnswers(survey, parsed.value) : parsed
  if (!answers.ok) return answers
  const { network } = context
  const key = networkKey(network, { surveyId: survey.id, now: new Date(), secret: env().AVIS_SECRET })
  return success({
    context,
    survey,
    by: context.votingReaderOf(survey, attempt),
    answers: answers.value,
    seen: seenIn(parsed.ok ? parsed.value : undefined, fields),
    evidence: evidenceOf(context, survey, field(FORM_FIELD) ?? attempt, network ? key : undefined),
    overload: countLoad(survey.id, key),
    fields,
  })
}

/** Returns what the sender of `input` knew: a form without a revision was rendered before there was a ballot. */
const seenIn = (input: BallotInput | undefined, fields: FormFields): Seen => ({
  revision: input?.revision ?? 0,
  texts: input?.texts,
  replacesTexts: input?.revision === undefined && fields.length === 0,
})

/** Returns how a ballot arrived and what its form showed: stored if it is the reader's first here. */
function evidenceOf(
  context: RequestContext,
  { view }: SurveyRecord,
  form: string | undefined,
  network: Evidence['network'],
): Evidence {
  const from = network && { network }
  const token = form && context.formToken(form)
  if (!token) return { ...from }
  const seconds = Math.round((Date.now() - token.issuedAt.getTime()) / 1000)
  const shown = isSameForAll(view) ? undefined : shownOrder(view.questions, form)
  return {
    source: token.source,
    seconds: Math.min(Math.max(seconds, 0), MAX_OPEN_SECONDS),
    ...(shown && { shown }),
    ...from,
  }
}

/** A page opened before the questions changed sends answers to questions that are no longer asked. */
function checkAnswers({ view }: SurveyRecord, input: BallotInput) {
  const checked = checkBallot(view.questions, input)
  if (checked.ok || view.version === 1) return checked
  const stale = checked.problem.fields?.some((fault) => fault.code === 'unknown_question')
  return stale ? refusal('survey_changed') : checked
}
