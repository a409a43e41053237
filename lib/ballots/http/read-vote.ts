import { z } from '@hono/zod-openapi'
import { type Outcome, type Problem, refusal, success } from '../../platform/http/problem-codes'
import type { Body } from '../../platform/http/read-body'
import { env } from '../../platform/runtime/env'
import type { VotingReader } from '../../readers/cookies'
import type { RequestContext } from '../../readers/request-context'
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

/** The body of a vote as it was read, with its answers where they were checked already. */
export type VoteBody = Body<BallotInput> & { checked?: Outcome<Answer[]> }

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
  context: RequestContext,
  survey: SurveyRecord,
  { fields, parsed, checked }: VoteBody,
): Outcome<Vote> {
  const field = (wanted: string) => fields.find(([name]) => name === wanted)?.[1]
  const attempt = context.attempt ?? field(ATTEMPT_FIELD)
  if (attempt !== undefined && !isAttempt(attempt)) return { ok: false, problem: WEAK_ATTEMPT }
  const answers = checked ?? (parsed.ok ? checkAnswers(survey, parsed.value) : parsed)
  if (!answers.ok) return answers
  const { network } = context
  const key = networkKey(network, { surveyId: survey.id, now: Date.now(), secret: env().AVIS_SECRET })
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
  network: string | undefined,
): Evidence {
  const token = form && context.formToken(form)
  if (!token) return { source: undefined, seconds: undefined, shown: undefined, network }
  const seconds = Math.round((Date.now() - token.issuedAt) / 1000)
  return {
    source: token.source,
    seconds: Math.min(Math.max(seconds, 0), MAX_OPEN_SECONDS),
    shown: isSameForAll(view) ? undefined : shownOrder(view.questions, form),
    network,
  }
}

/**
 * Returns the answers of `input` to the questions of a survey, or its faults. A page opened before the questions changed
 * sends answers to questions that are no longer asked.
 */
export function checkAnswers({ view }: SurveyRecord, input: BallotInput): Outcome<Answer[]> {
  const checked = checkBallot(view.questions, input)
  if (checked.ok || view.version === 1) return checked
  const stale = checked.problem.fields?.some((fault) => fault.code === 'unknown_question')
  return stale ? refusal('survey_changed') : checked
}
