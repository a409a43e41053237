/** The input of each route of the API, so that tests can send as much of it as its limits permit. */
import { randomUUID } from 'node:crypto'
import { ballotLimit } from '../../../lib/ballots/schema'
import { APPEAL_BODY, DECISION_BODY, LIST_BODY, REPORT_BODY } from '../../../lib/comments/rules/bodies'
import { type BodyLimit, SMALL_BODY } from '../../../lib/platform/http/body-size'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'

type Entry = {
  /** The caller, if it is not a reader. */
  as?: 'moderator' | 'editor'
  /** The parameters of its query string. */
  query?: string[]
  /** The fields of its form. */
  fields?: string[]
  /** A valid JSON body. */
  like?: unknown
  /** The limit, where a body is read at all. */
  limit?: BodyLimit
}

const comment = randomUUID()

/** Returns the inputs by method and pattern. A route without an entry fails the test. */
export const routeEntries = (survey: SurveyRecord): Record<string, Entry> => {
  const { questions } = survey.view
  const [open, choice] = ['open', 'multiple'].map((kind) => questions.find((one) => one.kind === kind)?.id)
  const ballot: Entry = {
    fields: [`q${choice}`, `t${open}`, 'attempt', 'form', 'attente'],
    like: {
      answers: [
        { questionId: open, text: 'mot' },
        { questionId: choice, optionIds: [1] },
      ],
    },
    limit: ballotLimit(survey.view),
  }
  const moderator = { as: 'moderator' } as const
  const editor = { as: 'editor' } as const
  return {
    'GET /healthz': {},
    'GET /readyz': { query: ['deep'] },
    'GET /metrics': {},
    'GET /embed/:slug': {},
    'GET /api/v1/openapi.json': {},
    'POST /api/v1/language': { fields: ['langue'], like: { langue: 'fr' }, limit: SMALL_BODY },
    'GET /api/v1/look/:sheet': {},
    'GET /api/v1/logo/:file': {},
    'GET /api/v1/surveys': {},
    'GET /api/v1/surveys/:slug': { query: ['version'] },
    'POST /api/v1/surveys/:slug/ballot': ballot,
    'GET /api/v1/surveys/:slug/ballot': {},
    'DELETE /api/v1/surveys/:slug/ballot': {},
    'POST /api/v1/surveys/:slug/ballot/withdrawal': {},
    'POST /api/v1/surveys/:slug/started': { fields: ['form'], limit: SMALL_BODY },
    'POST /api/v1/receipts': { fields: ['code', 'page'], like: { code: 'AB12C' }, limit: SMALL_BODY },
    'GET /api/v1/surveys/:slug/results/stream': { query: ['after'] },
    'GET /api/v1/surveys/:slug/ledger': {},
    'GET /api/v1/surveys/:slug/results': { query: ['version'] },
    'POST /api/v1/surveys/:slug/snapshots': {},
    'GET /api/v1/surveys/:slug/results/:seq': {},
    'GET /api/v1/surveys/:slug/results/:seq/context': {},
    'GET /api/v1/surveys/:slug/chain': { query: ['after', 'from', 'leaves'] },
    'GET /api/v1/surveys/:slug/context': {},
    'GET /api/v1/surveys/:slug/comments': { query: ['by', 'before'] },
    'POST /api/v1/comments/:id/reports': {
      fields: ['reason', 'law', 'explanation', 'email'],
      like: { reason: 'illegal', law: 'loi', explanation: 'mot', email: 'a@journal.example' },
      limit: REPORT_BODY,
    },
    'POST /api/v1/report-receipts': { fields: ['code'], like: { code: 'AB12C' }, limit: SMALL_BODY },
    'GET /api/v1/surveys/:slug/comments/mine': {},
    'POST /api/v1/comments/:id/withdrawal': {},
    'POST /api/v1/comments/:id/erasure': {},
    'POST /api/v1/comments/:id/appeal': { fields: ['text'], like: { text: 'mot' }, limit: APPEAL_BODY },
    'GET /api/v1/surveys/:slug/mine': {},
    'POST /api/v1/surveys/:slug/mine/erasure': {
      fields: ['ballot'],
      like: { ballot: 'keep' },
      limit: SMALL_BODY,
    },
    'GET /api/v1/moderation/queue': {
      ...moderator,
      query: ['queue', 'survey', 'rule', 'from', 'to', 'q', 'after'],
    },
    'POST /api/v1/moderation/live': { ...moderator, like: { comments: [comment] }, limit: LIST_BODY },
    'POST /api/v1/moderation/decisions': {
      ...moderator,
      like: {
        items: [{ comment, revision: 1, seen: '1' }],
        act: 'reject',
        reason: 'insult',
        note: 'mot',
      },
      limit: DECISION_BODY,
    },
    'POST /api/v1/moderation/undo': { ...moderator, like: { decisions: ['1'] }, limit: LIST_BODY },
    'GET /api/v1/moderation/comments/:id': moderator,
    'POST /api/v1/moderation/comments/:id/claim': moderator,
    'POST /api/v1/moderation/comments/:id/reveal': moderator,
    'POST /api/v1/moderation/comments/:id/mute': moderator,
    'DELETE /api/v1/moderation/comments/:id/mute': moderator,
    'GET /api/v1/transparency': {},
    'GET /api/v1/transparency.csv': {},
    'GET /api/v1/transparency/statements': { query: ['month', 'after'] },
    'GET /api/v1/surveys/:slug/exports': editor,
    'POST /api/v1/surveys/:slug/exports': {
      ...editor,
      fields: ['format', 'table', 'from', 'version'],
      like: { format: 'csv', table: 'ballots', from: '2026-01-01', version: 1 },
      limit: SMALL_BODY,
    },
    'GET /api/v1/surveys/:slug/exports/:job': editor,
    'DELETE /api/v1/surveys/:slug/exports/:job': editor,
    'GET /api/v1/surveys/:slug/exports/:job/file': editor,
    'POST /api/auth/callback/credentials': {
      fields: ['email', 'password', 'code', 'ticket', 'vers'],
      limit: SMALL_BODY,
    },
    'POST /api/auth/signout': { fields: ['csrfToken'], limit: SMALL_BODY },
    'POST /api/auth/signin/oidc': { fields: ['vers'], limit: SMALL_BODY },
    'GET /api/auth/callback/oidc': { query: ['code', 'state'] },
  }
}
