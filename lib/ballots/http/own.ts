import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, goesTo, json, type Refusal } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import { slugParam } from '../../surveys/http'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { withdrawBallot } from '../commands/cast'
import { findBallot } from '../queries/ballot'
import { ballotView } from '../schema'
import { addBallotRoute } from './ballot'
import { type Around, answerWithdrawn, castView } from './vote-answer'

const of = { path: '/surveys/{slug}/ballot', params: slugParam } as const
const absent: Refusal[] = ['survey_not_found', 'ballot_not_found']
const late: Refusal[] = ['survey_closed', 'survey_changed', 'busy: try again after Retry-After seconds']

/** Returns the routes of a reader's own ballot. */
export function ballotRoutes(around: Around) {
  const routes = new OpenAPIHono()
  addBallotRoute(routes, around)

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
      answers: { 200: json('Withdrawn', castView(around)) },
      refuses: [...absent, ...late],
    },
    async (c) => {
      const withdrawn = await withdraw(c)
      return withdrawn.ok ? answerWithdrawn(c, around, withdrawn.value) : answerProblem(c, withdrawn.problem)
    },
  )

  addRoute(
    routes,
    {
      ...of,
      method: 'post',
      path: '/surveys/{slug}/ballot/withdrawal',
      summary: 'Withdraw my ballot, from a form, which cannot DELETE',
      answers: { 200: json('Withdrawn', castView(around)), ...goesTo('Back to my ballot') },
      refuses: [...absent, ...late],
    },
    async (c) => {
      const withdrawn = await withdraw(c)
      if (!withdrawn.ok) return answerProblem(c, withdrawn.problem)
      if (!contextOf(c).wantsPage) return answerWithdrawn(c, around, withdrawn.value)
      return c.redirect(`/consultations/${c.req.param('slug')}/bulletin`, 303)
    },
  )

  return routes
}

async function ownBallot(c: Context) {
  const survey = await findSurvey(c.req.param('slug') ?? '')
  if (!survey) return refusal('survey_not_found')
  const reader = contextOf(c).readerOf(survey)
  const ballot = reader && (await findBallot(survey, reader))
  return reader && ballot ? success({ survey, reader, ballot }) : refusal('ballot_not_found')
}

async function withdraw(c: Context): Promise<Outcome<SurveyRecord>> {
  const own = await ownBallot(c)
  if (!own.ok) return own
  const { survey, reader, ballot } = own.value
  // Withdrawn already: another write would lose what it had before.
  if (ballot.withdrawn) return success(survey)
  if (survey.view.status !== 'open') return refusal('survey_closed')
  const withdrawn = await withdrawBallot(survey, reader)
  return withdrawn.ok ? success(survey) : withdrawn
}
