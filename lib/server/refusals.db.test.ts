import { describe, expect, it } from 'vitest'
import { ballots, choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { BODY_BYTES, ballotLimit, TEXT_LENGTH } from '../ballots/schema'
import { db } from '../platform/db/client'
import { SMALL_BODY } from '../platform/http/body-size'
import { MAX_FAULTS } from '../platform/http/problem-codes'
import { listSurveys, type SurveyRecord } from '../surveys/queries/public'

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

  it('a ballot takes what its own questions can need, and no more', async () => {
    const survey = await storedSurvey()
    const { bytes, parts } = ballotLimit(survey.view)
    const send = (sent: object) => new Client().json(path(survey, '/ballot'), { method: 'POST', ...sent })
    const code = async (sent: object) => (await send(sent)).body.code
    expect(await code({ form: 'x'.repeat(bytes) })).toBe('invalid_request')
    expect(await code({ form: 'x'.repeat(bytes + 1) })).toBe('body_too_large')
    expect(await code({ form: 'q1=1&'.repeat(parts) })).toBe('too_many_fields')
    expect(await code({ json: { answers: Array.from({ length: 1_000 }, () => ({})) } })).toBe(
      'too_many_fields',
    )
    const faulty = await send({
      json: { answers: Array.from({ length: 20 }, () => ({ questionId: 'a', text: 1 })) },
    })
    expect(faulty.body.errors).toHaveLength(MAX_FAULTS)
  })

  it('every other form takes what its fields can need', async () => {
    const survey = await storedSurvey()
    const large = `a=${'x'.repeat(SMALL_BODY.bytes)}`
    const many = 'a=1&'.repeat(SMALL_BODY.parts + 1)
    for (const address of ['/api/v1/language', '/api/v1/receipts']) {
      const code = async (form: string) => (await new Client().json(address, { form })).body.code
      expect([await code(large), await code(many)]).toEqual(['body_too_large', 'too_many_fields'])
    }
    const started = await new Client().json(path(survey, '/started'), { form: large })
    expect(started.body.code).toBe('body_too_large')
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
})
