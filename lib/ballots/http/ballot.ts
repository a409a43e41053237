import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { networkOfRequest } from '../../platform/http/client-network'
import { wantsPage } from '../../platform/http/content-type'
import { keepDraft } from '../../platform/http/form-drafts'
import { type Outcome, type Problem, refusal, success } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json, jsonText, type Refusal } from '../../platform/http/route'
import { env } from '../../platform/runtime/env'
import { bySecret } from '../../platform/runtime/secrets'
import { currentReader, passReceipt, votingReader } from '../../readers/cookies'
import { readFormToken } from '../../readers/rules/form-token'
import { isAttempt } from '../../readers/rules/identity'
import { networkKey } from '../../readers/rules/network-key'
import { slugParam } from '../../surveys/http'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { shownOrder } from '../../surveys/rules/option-order'
import { isSameForAll } from '../../surveys/rules/randomised'
import { overloadOn } from '../commands/admission'
import { type Cast, castBallot, withdrawBallot } from '../commands/cast'
import type { Evidence } from '../commands/orders'
import type { Commit } from '../commands/statement'
import { findBallot } from '../queries/ballot'
import { checkBallot } from '../rules/check'
import { ATTEMPT_FIELD, FORM_FIELD, readForm } from '../rules/fields'
import { type BallotInput, ballotInput, ballotLimit, ballotView } from '../schema'
import { requireProofOfWork } from './proof-of-work'

/** What a vote is answered with, as JSON: the results as of its commit, or null while this survey hides them. */
export type ResultsOf = (survey: SurveyRecord, commit?: Commit) => Promise<string>

/** A page that was open for longer was open for long: a year, in seconds. */
const LONGEST_OPEN = 365 * 24 * 3600

const WEAK_ATTEMPT: Problem = {
  code: 'invalid_request',
  fields: [{ code: 'out_of_range', path: ['idempotency-key'] }],
}

const of = { path: '/surveys/{slug}/ballot', params: slugParam } as const
const absent: Refusal[] = ['survey_not_found', 'ballot_not_found']
const late: Refusal[] = ['survey_closed', 'survey_changed', 'busy: try again after Retry-After seconds']

/** What stands right of ballots, and so comes from outside. */
type Around = {
  resultsOf: ResultsOf
  resultsSchema: z.ZodType
  /** Told that readers wrote something; the vote does not wait for what is made of it. */
  onTexts: () => void
}

/** The routes of a reader's own ballot. */
export function ballotRoutes({ resultsOf, resultsSchema, onTexts }: Around) {
  const routes = new OpenAPIHono()
  const answerText = async (survey: SurveyRecord, { receipt, commit }: Partial<Cast> = {}) =>
    `{${receipt ? `"receipt":"${receipt}",` : ''}"results":${await resultsOf(survey, commit)}}`
  const answer = z
    .object({ receipt: z.string().optional(), results: resultsSchema.nullable() })
    .meta({ id: 'Cast' })

  addRoute(
    routes,
    {
      ...of,
      method: 'post',
      summary: 'Cast or change my ballot',
      description:
        'An Idempotency-Key header with a first vote makes trying again the same reader. It stands for that reader: at least 22 characters of chance, and as secret as a cookie.',
      body: { schema: ballotInput, form: readForm, fields: z.record(z.string(), z.string()) },
      answers: {
        200: json('Changed', answer),
        201: json('Cast; the receipt is shown this once', answer),
        ...goesTo('To the results'),
      },
      refuses: [
        'survey_not_found',
        'invalid_ballot',
        'proof_needed: solve `again.challenge`, or wait',
        'too_many_ballots: wait',
        'too_many_changes: wait',
        ...late,
      ],
    },
    async (c, { body }) => {
      const survey = await findSurvey(c.req.param('slug'))
      if (!survey) return answerProblem(c, { code: 'survey_not_found' })
      const { fields, parsed } = await body(ballotLimit(survey.view))
      const field = (wanted: string) => fields.find(([name]) => name === wanted)?.[1]
      const given = c.req.header('idempotency-key') ?? field(ATTEMPT_FIELD)
      if (given !== undefined && !isAttempt(given)) return refuse(c, survey, WEAK_ATTEMPT, fields)
      const answers = parsed.ok ? checkAnswers(survey, parsed.value) : parsed
      const { reader, attempt, lasting, remember } = votingReader(c, survey, given)
      const network = networkOfRequest(c)
      const key = networkKey(network, { surveyId: survey.id, now: new Date(), secret: env().AVIS_SECRET })
      const pressure = answers.ok ? overloadOn(survey.id, key) : undefined
      const unpaid = pressure && (await requireProofOfWork(c, { survey, reader, lasting, pressure, fields }))
      if (unpaid) return refuse(c, survey, unpaid, fields)
      const evidence = evidenceOf(survey, field(FORM_FIELD) ?? given, network ? key : undefined)
      const cast = answers.ok
        ? await openOnly(survey, () => castBallot(survey, reader, answers.value, attempt, evidence))
        : answers
      if (!cast.ok) return refuse(c, survey, cast.problem, fields)
      remember()
      if (answers.ok && answers.value.some(({ text }) => text)) onTexts()
      const { first, receipt } = cast.value
      if (!wantsPage(c)) return jsonText(c, await answerText(survey, cast.value), first ? 201 : 200)
      if (receipt) passReceipt(c, survey.view.slug, receipt)
      return c.redirect(`/consultations/${survey.view.slug}/resultats`, 303)
    },
  )

  addRoute(
    routes,
    {
      ...of,
      method: 'get',
      summary: 'My ballot',
      answers: { 200: json('As it stands', ballotView) },
      refuses: absent,
    },
    async (c) => {
      const own = await ownBallot(c)
      return own.ok ? c.json(own.value.ballot) : answerProblem(c, own.problem)
    },
  )

  addRoute(
    routes,
    {
      ...of,
      method: 'delete',
      summary: 'Withdraw my ballot',
      answers: { 200: json('Withdrawn', answer) },
      refuses: [...absent, ...late],
    },
    async (c) => {
      const withdrawn = await withdraw(c)
      if (!withdrawn.ok) return answerProblem(c, withdrawn.problem)
      return jsonText(c, await answerText(withdrawn.value))
    },
  )

  addRoute(
    routes,
    {
      ...of,
      method: 'post',
      path: '/surveys/{slug}/ballot/withdrawal',
      summary: 'Withdraw my ballot, from a form, which cannot DELETE',
      answers: { 200: json('Withdrawn', answer), ...goesTo('Back to my ballot') },
      refuses: [...absent, ...late],
    },
    async (c) => {
      const withdrawn = await withdraw(c)
      if (!withdrawn.ok) return answerProblem(c, withdrawn.problem)
      if (!wantsPage(c)) return jsonText(c, await answerText(withdrawn.value))
      return c.redirect(`/consultations/${c.req.param('slug')}/bulletin`, 303)
    },
  )

  return routes
}

/** How a ballot came, and what its form showed: kept if it is the reader's first here. */
function evidenceOf(
  { view }: SurveyRecord,
  form: string | undefined,
  network: Evidence['network'],
): Evidence {
  const from = network && { network }
  const token = form && bySecret((secret) => readFormToken(form, secret))
  if (!token) return { ...from }
  const seconds = Math.round((Date.now() - token.issuedAt.getTime()) / 1000)
  const shown = isSameForAll(view) ? undefined : shownOrder(view.questions, form)
  return {
    source: token.source,
    seconds: Math.min(Math.max(seconds, 0), LONGEST_OPEN),
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

async function openOnly<T>(survey: SurveyRecord, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return survey.view.status === 'open' ? work() : refusal('survey_closed')
}

async function ownBallot(c: Context) {
  const survey = await findSurvey(c.req.param('slug') ?? '')
  if (!survey) return refusal('survey_not_found')
  const reader = currentReader(c, survey)
  const ballot = reader && (await findBallot(survey, reader))
  return reader && ballot ? success({ survey, reader, ballot }) : refusal('ballot_not_found')
}

async function withdraw(c: Context): Promise<Outcome<SurveyRecord>> {
  const own = await ownBallot(c)
  if (!own.ok) return own
  const { survey, reader, ballot } = own.value
  // Withdrawn already: writing again would forget what it had before.
  if (ballot.withdrawn) return success(survey)
  const withdrawn = await openOnly(survey, () => withdrawBallot(survey, reader))
  return withdrawn.ok ? success(survey) : withdrawn
}

/** A refusal as the client can read it: JSON, or the ballot's own page with what was typed still there. */
async function refuse(c: Context, survey: SurveyRecord, refused: Problem, fields: [string, string][]) {
  // When nothing more can be taken, no form is kept either.
  if (!wantsPage(c) || !fields.length || refused.code === 'too_many_ballots') return answerProblem(c, refused)
  const { code, again } = refused
  const until =
    code === 'proof_needed' && again && new Date(Date.now() + again.afterSeconds * 1000).toISOString()
  const wait = until ? { wait: { until, surveyId: survey.id } } : {}
  const kept = { fields, code, problems: refused.fields ?? [], ...wait }
  const draft = await keepDraft(kept, networkOfRequest(c))
  if (!draft) return answerProblem(c, refused)
  return c.redirect(`/consultations/${survey.view.slug}/bulletin?brouillon=${draft}`, 303)
}
