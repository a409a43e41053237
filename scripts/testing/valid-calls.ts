import { randomUUID } from 'node:crypto'
import { decide } from '../../lib/comments/commands/decide'
import { workExports } from '../../lib/exports/commands/run-jobs'
import { env } from '../../lib/platform/runtime/env'
import { newFormToken } from '../../lib/readers/rules/form-token'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import type { SurveyInput } from '../../lib/surveys/schema'
import { choose, path, question } from './answers'
import { Client } from './client'
import { member, tell } from './comments'
import { targetOf } from './decisions'
import { signedIn } from './signed-in'
import { storedSurvey } from './surveys'

export type Sent = NonNullable<Parameters<Client['send']>[1]>
export type Call = { client: Client; params?: Record<string, string>; query?: string; sent?: Sent }

/** Returns a valid ballot of one answer. */
export const answersOf = (survey: SurveyRecord) => ({ answers: [choose(survey, 'single', 0)] })

/** Creates a reader who has voted in `survey`, and returns their receipt too. */
export async function voted(survey: SurveyRecord) {
  const client = new Client()
  const { body } = await client.json(path(survey, '/ballot'), { json: answersOf(survey) })
  return { client, receipt: body.receipt as string }
}

/** Creates a public comment, in a survey of its own. */
export const published = async (text: string, changes: Partial<SurveyInput> = {}) =>
  tell(await storedSurvey({ moderationMode: 'after', resultsVisibility: 'always', ...changes }), text)

/** Creates a rejected comment, and its decision. */
export async function rejected(text: string) {
  const comment = await published(text)
  const decided = await decide(
    await member(),
    await targetOf(comment.id),
    { act: 'reject', reason: 'insult' },
    () => false,
  )
  if (!decided.ok) throw new Error(decided.problem.code)
  return { ...comment, decision: decided.value.decision }
}

/** Creates a completed file of `survey`. */
export async function madeExport(editor: Client, survey: SurveyRecord): Promise<string> {
  const { body } = await editor.json(path(survey, '/exports'), { json: { format: 'csv' } })
  await workExports()
  return body.id
}

/** Returns the undo of a decision that was stored just now: later it stands. */
export async function undoable(): Promise<Call> {
  const comment = await rejected('Un texte refusé, puis repris')
  const { client } = await signedIn('moderator')
  const { body } = await client.json('/api/v1/moderation/decisions', {
    json: { items: [await targetOf(comment.id)], act: 'publish' },
  })
  return { client, sent: { json: { decisions: [body.results[0].decision] } } }
}

/** Returns for each documented route a call that it answers as its summary promises. */
export async function goodCalls() {
  const { survey, reader, id } = await published('Un texte que tout le monde voit')
  const { slug } = survey.view
  const [moderator, editor] = [await signedIn('moderator'), await signedIn('editor')]
  const { receipt } = await voted(survey)
  const cited = (await reader.json(path(survey, '/snapshots'), { json: {} })).body.results
  const report = await new Client().json(`/api/v1/comments/${id}/reports`, { json: { reason: 'hate' } })
  const params = { slug }
  const citation = { slug, seq: String(cited.seq) }
  const job = { slug, job: await madeExport(editor.client, survey) }
  const token = newFormToken({ issuedAt: Date.now(), source: 'article' }, env().AVIS_SECRET)
  const own = async (text: string) => {
    const comment = await published(text)
    return { client: comment.reader, params: { id: comment.id }, sent: { json: {} } }
  }
  const refused = await rejected('Un texte refusé, pour un recours')
  const desk = { client: moderator.client, params: { id } }
  const anybody = { client: new Client() }
  const open = question(survey, 'open').id
  const calls: Record<string, Call> = {
    'POST /api/v1/language': { ...anybody, sent: { json: { langue: 'fr' } } },
    'GET /api/v1/surveys': anybody,
    'GET /api/v1/surveys/{slug}': { ...anybody, params },
    'POST /api/v1/surveys/{slug}/ballot': {
      ...{ client: new Client(), params },
      sent: { json: { answers: [{ questionId: open, text: 'Un autre avis' }] } },
    },
    'GET /api/v1/surveys/{slug}/ballot': { client: reader, params },
    'DELETE /api/v1/surveys/{slug}/ballot': {
      client: (await voted(survey)).client,
      params,
      sent: { method: 'DELETE' },
    },
    'POST /api/v1/surveys/{slug}/ballot/withdrawal': {
      client: (await voted(survey)).client,
      params,
      sent: { json: {} },
    },
    'POST /api/v1/surveys/{slug}/started': { ...anybody, params, sent: { body: token } },
    'POST /api/v1/receipts': { client: new Client(), sent: { json: { code: receipt } } },
    'GET /api/v1/surveys/{slug}/results/stream': { ...anybody, params },
    'GET /api/v1/surveys/{slug}/ledger': { ...anybody, params },
    'GET /api/v1/surveys/{slug}/results': { ...anybody, params },
    'POST /api/v1/surveys/{slug}/snapshots': { client: reader, params, sent: { json: {} } },
    'GET /api/v1/surveys/{slug}/results/{seq}': { ...anybody, params: citation },
    'GET /api/v1/surveys/{slug}/results/{seq}/context': { ...anybody, params: citation },
    'GET /api/v1/surveys/{slug}/chain': { ...anybody, params },
    'GET /api/v1/surveys/{slug}/context': { ...anybody, params },
    'GET /api/v1/surveys/{slug}/comments': { ...anybody, params },
    'POST /api/v1/comments/{id}/reports': {
      client: reader,
      params: { id },
      sent: { json: { reason: 'hate' } },
    },
    'POST /api/v1/report-receipts': { ...anybody, sent: { json: { code: report.body.receipt } } },
    'POST /api/v1/comments/{id}/withdrawal': await own('Un texte à retirer'),
    'POST /api/v1/comments/{id}/erasure': await own('Un texte à effacer'),
    'POST /api/v1/comments/{id}/appeal': {
      client: refused.reader,
      params: { id: refused.id },
      sent: { json: { text: 'Relisez.' } },
    },
    'GET /api/v1/surveys/{slug}/comments/mine': { client: reader, params },
    'GET /api/v1/surveys/{slug}/mine': { client: reader, params },
    'POST /api/v1/surveys/{slug}/mine/erasure': {
      client: (await voted(survey)).client,
      params,
      sent: { json: { ballot: 'withdraw' } },
    },
    'GET /api/v1/moderation/queue': { client: moderator.client, query: '?queue=reported' },
    'POST /api/v1/moderation/live': { client: moderator.client, sent: { json: { comments: [id] } } },
    'POST /api/v1/moderation/decisions': {
      client: moderator.client,
      sent: {
        json: {
          items: [await targetOf((await published('Un texte à décider')).id)],
          act: 'reject',
          reason: 'hate',
        },
      },
    },
    'POST /api/v1/moderation/undo': await undoable(),
    'GET /api/v1/moderation/comments/{id}': desk,
    'POST /api/v1/moderation/comments/{id}/claim': { ...desk, sent: { json: {} } },
    'POST /api/v1/moderation/comments/{id}/reveal': { ...desk, sent: { json: {} } },
    'POST /api/v1/moderation/comments/{id}/mute': { ...desk, sent: { json: {} } },
    'DELETE /api/v1/moderation/comments/{id}/mute': { ...desk, sent: { method: 'DELETE' } },
    'GET /api/v1/transparency': anybody,
    'GET /api/v1/transparency.csv': anybody,
    'GET /api/v1/transparency/statements': {
      ...anybody,
      query: `?month=${new Date().toISOString().slice(0, 7)}`,
    },
    'GET /api/v1/surveys/{slug}/exports': { client: editor.client, params },
    'POST /api/v1/surveys/{slug}/exports': {
      client: editor.client,
      params,
      sent: { json: { format: 'csv' } },
    },
    'GET /api/v1/surveys/{slug}/exports/{job}': { client: editor.client, params: job },
    'DELETE /api/v1/surveys/{slug}/exports/{job}': {
      client: editor.client,
      params: { slug, job: await madeExport(editor.client, survey) },
      sent: { method: 'DELETE' },
    },
    'GET /api/v1/surveys/{slug}/exports/{job}/file': { client: editor.client, params: job },
  }
  return calls
}

const UNKNOWN: Record<string, () => string> = {
  slug: () => `inconnue-${randomUUID()}`,
  id: () => randomUUID(),
  job: () => randomUUID(),
  seq: () => '999999',
}

/** Returns `call` with every parameter naming something that does not exist. */
export const toNothing = (call: Call): Call => ({
  ...call,
  params: Object.fromEntries(Object.keys(call.params ?? {}).map((name) => [name, UNKNOWN[name]?.() ?? ''])),
})
