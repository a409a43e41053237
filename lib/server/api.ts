import type { IncomingMessage } from 'node:http'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { routePath } from 'hono/route'
import { z } from 'zod'
import { appearanceRoutes } from '../appearance/http'
import { directVotes } from '../ballots/http/direct-vote'
import { receiptRoutes } from '../ballots/http/find-by-receipt'
import { ledgerRoutes } from '../ballots/http/ledger'
import { ballotRoutes } from '../ballots/http/own'
import { startedRoutes } from '../ballots/http/started'
import type { Around } from '../ballots/http/vote-answer'
import { BODY_BYTES } from '../ballots/schema'
import { screenSoon } from '../comments/commands/screen'
import { mineRoutes } from '../comments/http/mine'
import { moderationRoutes } from '../comments/http/moderation'
import { ownCommentRoutes } from '../comments/http/own'
import { commentRoutes } from '../comments/http/public'
import { transparencyRoutes } from '../comments/http/transparency'
import { exportRoutes } from '../exports/http/routes'
import { databaseFault } from '../platform/db/errors'
import { limitBody } from '../platform/http/body-limit'
import type { ShortWay } from '../platform/http/direct-answer'
import { honoExchange } from '../platform/http/exchange'
import { operatorsOnly } from '../platform/http/operator-token'
import { answerProblem, problemBody } from '../platform/http/problem-response'
import { log } from '../platform/telemetry/log'
import { metrics } from '../platform/telemetry/metrics'
import { requestIdOf } from '../platform/telemetry/request-id'
import { renewOldNames } from '../readers/cookies'
import { refuseOtherSites } from '../readers/csrf'
import { languageRoutes } from '../readers/http'
import { chainRoutes } from '../results/http/chain'
import { contextRoutes } from '../results/http/context'
import { directResults } from '../results/http/direct-results'
import { directStream } from '../results/http/direct-stream'
import { embedRoutes } from '../results/http/embed'
import { resultRoutes } from '../results/http/results'
import { streamRoutes } from '../results/http/stream'
import { findResultsJson } from '../results/queries/results'
import { results } from '../results/schema'
import { surveyRoutes } from '../surveys/http'
import { showsResults } from '../surveys/rules/lifecycle'
import { actionBytes } from './action-limits'
import { composeModules } from './composition-root'
import { deepHealth, isReady } from './health'

const VERSION = '/api/v1'

/** What ballots need of results and comments. */
const aroundBallots: Around = {
  resultsOf: async (survey, commit) => (showsResults(survey.view) ? findResultsJson(survey, commit) : 'null'),
  resultsSchema: results,
  onTexts: screenSoon,
}

const takeVote = directVotes(aroundBallots)

/** The short way of votes, of results and of live results, for the front door (server.ts). All other requests come to `api`. */
export const takeShortWay: ShortWay = (request, response, takeLongWay) =>
  [takeVote, directResults, directStream].some((take) => take(request, response, takeLongWay))

/** Returns whether a path fits a route's pattern («/surveys/:slug»). */
function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  )
}

composeModules()

/** The whole HTTP API, for the front door (server.ts) and for Next (app/api/v1) alike. */
export const api = new OpenAPIHono()

// What is too large for a page is passed to the API, which refuses it (server.ts).
api.use(limitBody((path) => (path.startsWith(VERSION) ? BODY_BYTES : actionBytes(path))))
api.use(refuseOtherSites)
api.use(`${VERSION}/*`, async (c, next) => {
  // Before the answer is built. A header added afterwards rebuilds it, which costs more than all other work on a vote.
  // Routes whose public content never changes override this.
  c.header('cache-control', 'no-store')
  renewOldNames(honoExchange(c))
  await next()
})

api.get('/healthz', (c) => c.json({ status: 'alive' }))
api.get('/readyz', async (c, next) => {
  if (c.req.query('deep') !== undefined) return next()
  return (await isReady()) ? c.json({ status: 'ready' }) : answerProblem(c, { code: 'database_unavailable' })
})
api.get('/readyz', operatorsOnly, async (c) => {
  const { sound, ...found } = await deepHealth()
  return c.json(found, sound ? 200 : 503)
})

api.get('/metrics', operatorsOnly, async (c) => {
  const { registry } = metrics()
  return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
})

api.route(VERSION, languageRoutes)
api.route(VERSION, appearanceRoutes)
api.route(VERSION, surveyRoutes)
api.route(VERSION, ballotRoutes(aroundBallots))
api.route(VERSION, startedRoutes)
api.route(VERSION, receiptRoutes)
// Before the results of one snapshot: «stream» is not a number.
api.route(VERSION, streamRoutes)
api.route(VERSION, ledgerRoutes)
api.route(VERSION, resultRoutes)
api.route(VERSION, chainRoutes)
api.route(VERSION, contextRoutes)
api.route(VERSION, commentRoutes)
api.route(VERSION, ownCommentRoutes)
api.route(VERSION, mineRoutes)
api.route(VERSION, moderationRoutes)
api.route(VERSION, transparencyRoutes)
api.route(VERSION, exportRoutes)

api.route('/', embedRoutes)

const { $schema: _, ...problem } = z.toJSONSchema(problemBody, { io: 'output' })
api.openAPIRegistry.registerComponent('schemas', 'Problem', problem as object)
api.doc31(`${VERSION}/openapi.json`, {
  openapi: '3.1.0',
  info: {
    title: 'Avis',
    version: '1',
    description: "Readers' consultations: questions, ballots and results.",
  },
})

/** Returns the patterns of the API's addresses. Middleware without a method of its own is left out. */
export const apiPatterns = (): string[] =>
  api.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)

const METHODS = ['GET', 'POST', 'DELETE']

api.notFound((c) => {
  const known = (method: string) =>
    api.routes.some((route) => route.method === method && matches(route.path, c.req.path))
  const allowed = METHODS.filter(known)
  if (!allowed.length) return answerProblem(c, { code: 'not_found' })
  c.header('allow', allowed.join(', '))
  return answerProblem(c, { code: 'method_not_allowed' })
})
/**
 * Returns whether the client left before it had sent the whole request. No answer can reach it, and nothing of ours
 * failed.
 */
function hasLeft(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  return incoming?.destroyed === true && !incoming.complete
}
api.onError((error, c) => {
  if (hasLeft(c)) return c.body(null, 400)
  const away = databaseFault(error) === 'away'
  // The route's pattern and not the address, which can hold a receipt.
  const { method } = c.req
  log().error({ err: error, id: requestIdOf(c), method, route: routePath(c, -1) }, 'request failed')
  return answerProblem(c, { code: away ? 'database_unavailable' : 'internal' })
})
