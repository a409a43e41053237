import { describe, expect, it } from 'vitest'
import { ballots, choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { env } from '../platform/runtime/env'
import { newFormToken } from '../readers/rules/form-token'
import { newAttempt } from '../readers/rules/identity'

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
      json: { answers: [choose(survey, 'aspects', 1, 4)], revision: first.body.revision },
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

  it('keeps what its form says of where its reader came from, and of nobody who says it themselves', async () => {
    const survey = await storedSurvey()
    const issuedAt = Date.now() - 30_000
    const token = newFormToken({ issuedAt, source: 'search' }, env().AVIS_SECRET)
    const vote = (key: string) =>
      new Client().json(path(survey, '/ballot'), {
        json: { answers: [choose(survey, 'single', 0)] },
        headers: { 'idempotency-key': key },
      })
    await vote(token)
    await vote(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)
    const kept = await db().ballot.findMany({
      where: { surveyId: survey.id },
      orderBy: { castAt: 'asc' },
      select: { source: true, seconds: true },
    })
    expect(kept).toEqual([
      { source: 'search', seconds: expect.closeTo(30, -1) },
      { source: null, seconds: null },
    ])
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
