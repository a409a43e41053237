import { describe, expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { findDraft, keepDraft, sweepDrafts } from './ballots/commands/drafts'
import { BODY_BYTES, TEXT_LENGTH } from './ballots/schema'
import { db } from './db'
import { newAttempt } from './readers/rules/identity'
import { listSurveys, type SurveyRecord } from './surveys/queries/public'

const path = (survey: SurveyRecord, rest = '') => `/api/v1/surveys/${survey.view.slug}${rest}`
const question = (survey: SurveyRecord, kind: string) => {
  const found = survey.view.questions.find((candidate) => candidate.kind === kind)
  if (!found) throw new Error(`no ${kind} question`)
  return found
}
const choose = (survey: SurveyRecord, kind: string, ...places: number[]) => {
  const { id, options } = question(survey, kind)
  return { questionId: id, optionIds: places.map((place) => options[place]?.id ?? 0) }
}
const ballots = (survey: SurveyRecord) => db().ballot.count({ where: { surveyId: survey.id } })

describe('the consultations', () => {
  it('are listed and described', async () => {
    const survey = await storedSurvey()
    const { body } = await new Client().json('/api/v1/surveys')
    expect(body.surveys.map((entry: { slug: string }) => entry.slug)).toContain(survey.view.slug)
    const one = await new Client().json(path(survey))
    expect(one).toMatchObject({
      status: 200,
      body: {
        slug: survey.view.slug,
        title: "La ville étudie une ligne de tramway jusqu'au port",
        source: {
          name: 'Le Quotidien du port',
          url: 'https://journal.example/tramway',
          publishedOn: '2026-03-14',
        },
        status: 'open',
      },
    })
    expect(one.body.questions.map((entry: { kind: string }) => entry.kind)).toEqual([
      'open',
      'aspects',
      'single',
      'multiple',
      'scale',
    ])
    expect(one.body.questions[1].options[0]).toEqual({
      id: expect.any(Number),
      label: 'Oui',
      aspect: 'utile',
      stance: 'yes',
    })
    expect(JSON.stringify(one.body)).not.toContain('readerKey')
  })

  it('are not found before they open', async () => {
    const slug = 'a-venir'
    const later = storedSurvey({ slug, opensAt: new Date(Date.now() + 3600_000) })
    await expect(later).rejects.toThrow()
    for (const rest of ['', '/results', '/ballot']) {
      expect((await new Client().json(`/api/v1/surveys/${slug}${rest}`)).body.code).toBe('survey_not_found')
    }
  })
})

describe('a ballot over HTTP', () => {
  it('is 201 with a receipt first, 200 without one on a change, and found again', async () => {
    const survey = await storedSurvey()
    const reader = new Client()
    const first = await reader.json(path(survey, '/ballot'), {
      json: {
        answers: [
          choose(survey, 'aspects', 0, 4),
          { questionId: question(survey, 'open').id, text: ' Oui. ' },
        ],
      },
    })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ receipt: expect.any(String), results: { ballots: 1, seq: 1 } })
    const change = await reader.json(path(survey, '/ballot'), {
      json: { answers: [choose(survey, 'aspects', 1, 4)] },
    })
    expect(change.status).toBe(200)
    expect(change.body.receipt).toBeUndefined()
    const results = await new Client().json(path(survey, '/results'))
    expect(results.body).toEqual(change.body.results)
    expect((await reader.json(path(survey, '/ballot'))).body).toMatchObject({
      withdrawn: false,
      answers: [choose(survey, 'aspects', 1, 4)],
    })
  })

  it('counts aspects one by one and together', async () => {
    const survey = await storedSurvey()
    for (const places of [
      [0, 3],
      [0, 3],
      [0, 4],
      [1, 4],
      [0, 5],
      [2, 3],
    ]) {
      await new Client().json(path(survey, '/ballot'), {
        json: { answers: [choose(survey, 'aspects', ...places)] },
      })
    }
    const { body } = await new Client().json(path(survey, '/results'))
    const { options } = question(survey, 'aspects')
    const figures = body.questions.find(
      (entry: { id: number }) => entry.id === question(survey, 'aspects').id,
    )
    expect(figures.answered).toBe(6)
    expect(figures.options.map((entry: { count: number }) => entry.count)).toEqual([4, 1, 1, 3, 2, 1])
    const id = (place: number) => options[place]?.id
    expect(figures.joint).toEqual([
      { optionIds: [id(0), id(3)], count: 2 },
      { optionIds: [id(0), id(4)], count: 1 },
      { optionIds: [id(1), id(3)], count: 0 },
      { optionIds: [id(1), id(4)], count: 1 },
    ])
  })

  it('works as the form of the page', async () => {
    const survey = await storedSurvey()
    const [aspect] = question(survey, 'aspects').options
    const form = `q${question(survey, 'aspects').id}.0=${aspect?.id}&t${question(survey, 'open').id}=Bien+s%C3%BBr`
    const posted = await new Client().send(path(survey, '/ballot'), {
      form,
      headers: { accept: 'text/html,*/*;q=0.8' },
    })
    expect(posted.status).toBe(303)
    expect(posted.headers.get('location')).toBe(`/consultations/${survey.view.slug}/resultats`)
    expect((await new Client().send(path(survey, '/ballot'), { form })).status).toBe(201)
    expect(await db().comment.count({ where: { surveyId: survey.id, text: 'Bien sûr' } })).toBe(2)
  })

  it('makes two readers of two browsers, and one of one', async () => {
    const survey = await storedSurvey()
    const [one, two] = [new Client(), new Client()]
    for (const client of [one, two, one]) {
      await client.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
    }
    expect(one.cookies.get('avis_reader')).not.toBe(two.cookies.get('avis_reader'))
    expect(await ballots(survey)).toBe(2)
  })

  it('sets its signed, HttpOnly cookie with the first vote and never before', async () => {
    const survey = await storedSurvey()
    const reader = new Client()
    for (const read of ['', '/results', '/ballot']) await reader.send(path(survey, read))
    await reader.json(path(survey, '/ballot'), { json: { answers: [] } })
    expect(reader.cookies.size).toBe(0)
    const vote = await reader.send(path(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', 0)] },
    })
    const cookie = vote.headers.getSetCookie().find((line) => line.startsWith('avis_reader='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
  })

  it('with a forged cookie is that of a new reader', async () => {
    const survey = await storedSurvey()
    const victim = new Client()
    await victim.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
    const forger = new Client()
    forger.cookies.set('avis_reader', `${victim.cookies.get('avis_reader')?.split('.')[0]}.forged`)
    expect((await forger.json(path(survey, '/ballot'))).status).toBe(404)
    await forger.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 1)] } })
    expect(await ballots(survey)).toBe(2)
  })

  it('sent again by the same attempt is the same ballot', async () => {
    const survey = await storedSurvey()
    const sent = {
      json: { answers: [choose(survey, 'single', 0)] },
      headers: { 'idempotency-key': newAttempt() },
    }
    const both = await Promise.all([1, 2].map(() => new Client().json(path(survey, '/ballot'), sent)))
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 201])
    expect(both[0]?.body.receipt).toBe(both[1]?.body.receipt)
    expect(await ballots(survey)).toBe(1)
  })

  it('is withdrawn, and what is not there cannot be', async () => {
    const survey = await storedSurvey()
    const reader = new Client()
    expect((await reader.json(path(survey, '/ballot'), { method: 'DELETE' })).body.code).toBe(
      'ballot_not_found',
    )
    await reader.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
    const withdrawn = await reader.json(path(survey, '/ballot'), { method: 'DELETE' })
    expect(withdrawn).toMatchObject({ status: 200, body: { results: { ballots: 0 } } })
    expect((await reader.json(path(survey, '/ballot'))).body.withdrawn).toBe(true)
  })

  it('is found from another device by its receipt, typed as people type', async () => {
    const survey = await storedSurvey()
    const phone = new Client()
    const vote = await phone.json(path(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', 0)] },
    })
    const laptop = new Client()
    expect(
      (await laptop.json('/api/v1/receipts', { json: { code: 'AAAAA-AAAAA-AAAAA-AAAAA' } })).status,
    ).toBe(404)
    const typed = vote.body.receipt.toLowerCase().replaceAll('-', ' ')
    const found = await laptop.json('/api/v1/receipts', { json: { code: typed } })
    expect(found).toEqual({ status: 200, body: { slug: survey.view.slug } })
    await laptop.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 1)] } })
    expect((await phone.json(path(survey, '/ballot'))).body.answers).toEqual([choose(survey, 'single', 1)])
    expect(await ballots(survey)).toBe(1)
  })

  it('keeps no receipt but its hash, and no reader id', async () => {
    const survey = await storedSurvey()
    const reader = new Client()
    const { body } = await reader.json(path(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', 0)] },
    })
    const [row] = await db().$queryRaw<{ all: string }[]>`
      SELECT string_agg(b::text, '') AS all FROM ballot b WHERE survey_id = ${survey.id}`
    expect(row?.all).not.toContain(body.receipt)
    expect(row?.all).not.toContain(Buffer.from(body.receipt).toString('hex'))
    const id = reader.cookies.get('avis_reader')?.split('.')[0] ?? ''
    expect(row?.all).not.toContain(Buffer.from(id, 'base64url').toString('hex'))
  })
})

describe('what is refused', () => {
  const refused: [string, number, string, (survey: SurveyRecord) => Parameters<Client['send']>[1]][] = [
    ['malformed JSON', 400, 'malformed_json', () => ({ body: '{"answers":' })],
    [
      'another content type',
      415,
      'unsupported_media_type',
      () => ({ body: 'x', headers: { 'content-type': 'text/plain' } }),
    ],
    ['a body of a megabyte', 413, 'body_too_large', () => ({ body: 'x'.repeat(1_000_000) })],
    ['a body just over the limit', 413, 'body_too_large', () => ({ body: 'x'.repeat(BODY_BYTES + 1) })],
    ['an unknown field', 422, 'invalid_request', () => ({ json: { answers: [], more: 1 } })],
    ['a wrong type', 422, 'invalid_request', () => ({ json: { answers: [{ questionId: '1' }] } })],
    ['a list in place of an object', 422, 'invalid_request', () => ({ json: [] })],
    ['null', 422, 'invalid_request', () => ({ json: null })],
    [
      'an id past every integer',
      422,
      'invalid_request',
      () => ({ body: '{"answers":[{"questionId":1e30}]}' }),
    ],
    ['an empty ballot', 422, 'invalid_ballot', () => ({ json: { answers: [] } })],
    [
      'two options of one aspect',
      422,
      'invalid_ballot',
      (survey) => ({ json: { answers: [choose(survey, 'aspects', 0, 1)] } }),
    ],
    [
      'an option of another survey',
      422,
      'invalid_ballot',
      (survey) => ({
        json: { answers: [{ questionId: question(survey, 'single').id, optionIds: [2_000_000_000] }] },
      }),
    ],
    [
      'a text over the limit',
      422,
      'invalid_ballot',
      (survey) => ({
        json: { answers: [{ questionId: question(survey, 'open').id, text: 'a'.repeat(TEXT_LENGTH + 1) }] },
      }),
    ],
    [
      'an attempt that could be guessed',
      422,
      'invalid_request',
      (survey) => ({ json: { answers: [choose(survey, 'single', 0)] }, headers: { 'idempotency-key': '1' } }),
    ],
    [
      'a page of another site',
      403,
      'cross_site',
      (survey) => ({
        json: { answers: [choose(survey, 'single', 0)] },
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      }),
    ],
  ]
  it.each(refused)('%s: %i %s, and nothing is stored', async (_, status, code, sent) => {
    const survey = await storedSurvey()
    const reader = new Client()
    const response = await reader.send(path(survey, '/ballot'), { method: 'POST', ...sent(survey) })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status, code, title: expect.stringMatching(/\S/) })
    expect(await ballots(survey)).toBe(0)
    expect(reader.cookies.size).toBe(0)
  })

  it('a closed survey: 409, for a vote and for a withdrawal', async () => {
    const survey = await storedSurvey()
    const reader = new Client()
    await reader.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
    await db().survey.update({ where: { id: survey.id }, data: { closesAt: new Date(Date.now() - 1000) } })
    const again = await reader.json(path(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', 1)] },
    })
    expect([again.status, again.body.code]).toEqual([409, 'survey_closed'])
    const withdrawal = await reader.json(path(survey, '/ballot'), { method: 'DELETE' })
    expect([withdrawal.status, withdrawal.body.code]).toEqual([409, 'survey_closed'])
    expect(await ballots(survey)).toBe(1)
  })

  it('an unknown survey, an unknown address: 404', async () => {
    expect((await new Client().json('/api/v1/surveys/rien')).body.code).toBe('survey_not_found')
    expect(
      (await new Client().json('/api/v1/surveys/rien/ballot', { json: { answers: [] } })).body.code,
    ).toBe('survey_not_found')
    expect((await new Client().json('/api/v1/rien')).body.code).toBe('not_found')
  })

  it('in the language that is asked for, with the path of each fault', async () => {
    const survey = await storedSurvey()
    const sent = { json: { answers: [choose(survey, 'single', 0, 1)] } }
    const fr = await new Client().json(path(survey, '/ballot'), sent)
    const en = await new Client().json(path(survey, '/ballot'), {
      ...sent,
      headers: { 'accept-language': 'en-GB' },
    })
    expect(fr.body.title).toBe('Certaines réponses sont à corriger.')
    expect(en.body.title).toBe('Some answers need correcting.')
    expect(en.body.errors).toEqual([
      {
        code: 'one_option_only',
        field: `q${question(survey, 'single').id}`,
        path: ['answers', 0, 'optionIds', 1],
        message: 'Only one choice is possible.',
      },
    ])
  })

  it('an archived survey: it is not listed and takes no ballot', async () => {
    const survey = await storedSurvey()
    await db().survey.update({ where: { id: survey.id }, data: { archivedAt: new Date(Date.now() - 1000) } })
    const late = await new Client().json(path(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', 0)] },
    })
    expect([late.status, late.body.code]).toEqual([409, 'survey_closed'])
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect((await listSurveys()).map((entry) => entry.slug)).not.toContain(survey.view.slug)
  })

  it('a method that an address does not have: 405, and which it has', async () => {
    const survey = await storedSurvey()
    const put = await new Client().send(path(survey, '/ballot'), { method: 'PUT' })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, DELETE'])
    expect((await new Client().send('/api/v1/surveys', { method: 'DELETE' })).status).toBe(405)
    expect((await new Client().send('/api/v1/rien', { method: 'DELETE' })).status).toBe(404)
  })

  it.each(['%00', 'a%00b', 'A', '..', 'a'.repeat(500), 'é', '-a'])(
    'an address that is none (%s): 404',
    async (slug) => {
      for (const rest of ['', '/results', '/ballot']) {
        expect((await new Client().send(`/api/v1/surveys/${slug}${rest}`)).status).toBe(404)
      }
    },
  )

  it('a full form of the longest texts in the widest letters is not too large', async () => {
    const survey = await storedSurvey({
      questions: Array.from({ length: 20 }, (_, n) => ({ kind: 'open', prompt: `Question ${n}` })),
    })
    const fields = survey.view.questions.map(({ id }) => [`t${id}`, '中'.repeat(TEXT_LENGTH)])
    const sent = await new Client().send(path(survey, '/ballot'), {
      form: new URLSearchParams(fields).toString(),
    })
    expect(sent.status).toBe(201)
  })

  it('a form without JavaScript in words on a page, whatever is wrong', async () => {
    const page = { form: 'q1=1', headers: { accept: 'text/html', 'accept-language': 'fr' } }
    const unknown = await new Client().send('/api/v1/surveys/rien/ballot', page)
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    expect(await unknown.text()).toContain('Cette consultation n’existe pas')
    const survey = await storedSurvey()
    const large = await new Client().send(path(survey, '/ballot'), {
      ...page,
      form: 'x'.repeat(BODY_BYTES + 1),
    })
    expect([large.status, large.headers.get('content-type')]).toEqual([413, 'text/html; charset=UTF-8'])
  })

  it('keeps a form with bytes that no database can hold', async () => {
    const survey = await storedSurvey()
    const form = `t${question(survey, 'open').id}=%00abc%ED%A0%80&q${question(survey, 'single').id}=999`
    const posted = await new Client().send(path(survey, '/ballot'), {
      form,
      headers: { accept: 'text/html' },
    })
    expect(posted.status).toBe(303)
  })

  it('a withdrawal made twice keeps what is offered back', async () => {
    const survey = await storedSurvey()
    const reader = new Client()
    await reader.json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 0)] } })
    for (let n = 0; n < 2; n++) {
      expect((await reader.json(path(survey, '/ballot'), { method: 'DELETE' })).status).toBe(200)
    }
    expect((await reader.json(path(survey, '/ballot'))).body.answers).toEqual([choose(survey, 'single', 0)])
  })

  it('results that a survey shows only after closing', async () => {
    const survey = await storedSurvey({ resultsVisibility: 'after_closing' })
    const vote = await new Client().json(path(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', 0)] },
    })
    expect(vote).toMatchObject({ status: 201, body: { results: null } })
    expect((await new Client().json(path(survey, '/results'))).body.code).toBe('results_hidden')
  })

  it('a refused form is kept for its reader, with what was wrong', async () => {
    const survey = await storedSurvey()
    const { id, options } = question(survey, 'single')
    const form = `q${id}=${options[0]?.id}&q${id}=${options[1]?.id}&t${question(survey, 'open').id}=Mon+texte`
    const posted = await new Client().send(path(survey, '/ballot'), {
      form,
      headers: { accept: 'text/html' },
    })
    expect(posted.status).toBe(303)
    const draft = posted.headers.get('location')?.split('brouillon=')[1]
    const kept = await db().formDraft.findUniqueOrThrow({ where: { id: draft ?? '' } })
    expect(kept.payload).toMatchObject({
      fields: [
        [`q${id}`, String(options[0]?.id)],
        [`q${id}`, String(options[1]?.id)],
        [`t${question(survey, 'open').id}`, 'Mon texte'],
      ],
      problems: [{ code: 'one_option_only', field: `q${id}` }],
    })
    expect(await ballots(survey)).toBe(0)
  })
})

describe('a kept form', () => {
  it('is found for half an hour by its own id, and then removed', async () => {
    const begun = new Date()
    const later = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)
    const id = await keepDraft({ fields: [['t1', 'Mon texte']], code: 'invalid_ballot', problems: [] }, begun)
    expect((await findDraft(id, later(29)))?.fields).toEqual([['t1', 'Mon texte']])
    expect(await findDraft(id, later(30))).toBeUndefined()
    expect(await findDraft(`${id.slice(0, -1)}\0`)).toBeUndefined()
    await sweepDrafts(later(29))
    expect(await db().formDraft.count({ where: { id } })).toBe(1)
    await sweepDrafts(later(30))
    expect(await db().formDraft.count({ where: { id } })).toBe(0)
  })
})

describe('the service', () => {
  it('says that it is alive and ready', async () => {
    expect(await new Client().json('/healthz')).toEqual({ status: 200, body: { status: 'alive' } })
    expect(await new Client().json('/readyz')).toEqual({ status: 200, body: { status: 'ready' } })
  })

  it('is not ready while a migration is missing', async () => {
    const [last] = await db().$queryRaw<{ id: string }[]>`
      UPDATE _prisma_migrations SET finished_at = NULL
      WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING id`
    const away = await new Client().send('/readyz')
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2'])
    await db().$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${last?.id}`
    expect((await new Client().json('/readyz')).status).toBe(200)
  })

  it('describes itself as OpenAPI 3.1, every route and every error code', async () => {
    const { body } = await new Client().json('/api/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(
      Object.entries(body.paths).flatMap(([at, methods]) =>
        Object.keys(methods as object).map((m) => `${m} ${at}`),
      ),
    ).toEqual([
      'get /api/v1/surveys',
      'get /api/v1/surveys/{slug}',
      'post /api/v1/surveys/{slug}/ballot',
      'get /api/v1/surveys/{slug}/ballot',
      'delete /api/v1/surveys/{slug}/ballot',
      'post /api/v1/receipts',
      'get /api/v1/surveys/{slug}/results',
    ])
    expect(body.components.schemas.Problem.properties.code.enum).toContain('survey_closed')
  })
})
