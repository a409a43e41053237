import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { startWay, type Way } from '@/scripts/testing/short-and-long-way'
import { Events, listen } from '@/scripts/testing/sse-client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { writeBallots } from '../ballots/commands/write-ballots'
import { tallyTextOf } from '../ballots/rules/tally-keys'
import { db } from '../platform/db/client'
import { forgetSurvey, type SurveyRecord } from '../surveys/queries/public'
import { ResultStream } from './http/result-stream'
import { live, MAX_STREAMS_OF_NETWORK } from './queries/live'

const client = new Client()
const streams: Events[] = []
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.close()
})
afterAll(() => live().stop())

type Open = (survey: SurveyRecord, headers?: Record<string, string>, query?: string) => Promise<Events>
const kept = (stream: Events) => {
  streams.push(stream)
  return stream
}
const open: Open = async (survey, headers, query = '') =>
  kept(await listen(client, path(survey, `/results/stream${query}`), headers))

let way: Way
beforeAll(async () => {
  way = await startWay(true)
})
afterAll(() => way.stop())
const openDirectly: Open = async (survey, headers = {}, query = '') => {
  const taken = way.taken()
  const address = `http://127.0.0.1:${way.port}${path(survey, `/results/stream${query}`)}`
  const stream = kept(new Events(await fetch(address, { headers })))
  expect(way.taken()).toBe(taken + 1)
  return stream
}
const vote = (survey: SurveyRecord, place = 0) =>
  new Client().json(path(survey, '/ballot'), { json: { answers: [choose(survey, 'single', place)] } })

/** Casts a ballot that this process gets no notice of, as if another process had written it and the notice was lost. */
async function voteUnheard(survey: SurveyRecord, n: number) {
  const question = survey.view.questions[2]
  if (!question) throw new Error('no question to answer')
  const cells = tallyTextOf([{ question, options: question.options.slice(0, 1) }], 1)
  const reader = String(n).padStart(32, '0')
  await writeBallots([
    { surveyId: survey.id, version: 1, reader, cells, texts: [], receiptHash: String(n).padStart(64, '0') },
  ])
}

describe.each([
  ['of the API', open],
  ['of the front door', openDirectly],
])('a stream of results %s', (_, open) => {
  it('begins with the results of now, and has each that follows', async () => {
    const survey = await storedSurvey()
    const stream = await open(survey)
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.response.headers.get('cache-control')).toContain('no-store')
    expect(await stream.results()).toMatchObject({ seq: 0, ballots: 0 })
    for (const seq of [1, 2, 3]) {
      await vote(survey)
      const event = await stream.next()
      expect(event).toMatchObject({ id: String(seq), name: 'results' })
      expect(JSON.parse(event?.data ?? '')).toEqual((await client.json(path(survey, '/results'))).body)
    }
  })

  it('sends nothing that its client has: by its last event, or by the page it comes from', async () => {
    const survey = await storedSurvey()
    await vote(survey)
    const again = [
      await open(survey, { 'last-event-id': '1' }),
      await open(survey, {}, '?after=1'),
      await open(survey, { 'last-event-id': '1' }, '?after=0'),
    ]
    for (const stream of again) expect(await stream.next(400)).toBeUndefined()
    const behind = await open(survey, { 'last-event-id': '0' })
    expect((await behind.next())?.id).toBe('1')
    await vote(survey)
    for (const stream of [...again, behind]) expect((await stream.next())?.id).toBe('2')
  })

  it('takes ballots together, four times a second at most, and ends on the last', async () => {
    const survey = await storedSurvey()
    const stream = await open(survey)
    await stream.results()
    const begun = Date.now()
    for (let n = 0; n < 60; n++) await vote(survey, n % 3)
    const took = Date.now() - begun
    const seqs: number[] = []
    while (seqs.at(-1) !== 60) seqs.push((await stream.results())?.seq ?? Number.NaN)
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
    expect(seqs.length).toBeLessThanOrEqual(Math.ceil(took / 250) + 2)
  })

  it.each([
    ['closes', { closesAt: new Date(Date.now() - 1000) }],
    ['hides its results', { resultsVisibility: 'after_closing' as const }],
  ])('ends when its survey %s', async (_, data) => {
    const survey = await storedSurvey()
    const stream = await open(survey)
    await stream.results()
    await db().survey.update({ where: { id: survey.id }, data })
    forgetSurvey(survey.view.slug)
    expect((await stream.next(8_000))?.name).toBe('end')
    expect(await stream.next(1_000)).toBeUndefined()
  })
})

it('a stream leaves out what a slow client did not take in time', async () => {
  const survey = await storedSurvey()
  const [slow, quick] = [await open(survey), await open(survey)]
  await slow.results()
  await quick.results()
  for (const seq of [1, 2, 3, 4]) {
    await vote(survey)
    expect((await quick.results())?.seq).toBe(seq)
  }
  const seqs = [(await slow.results())?.seq, (await slow.results(300))?.seq]
  expect(seqs).toEqual([4, undefined])
})

it('writes one event at a time, and of those that a client did not wait for the last', async () => {
  const survey = await storedSurvey()
  const written: string[] = []
  const stream = new ResultStream(survey, undefined, {
    write: (bytes) => written.push(new TextDecoder().decode(bytes)),
    close: () => written.push('closed'),
  })
  stream.begin(undefined)
  expect(written).toEqual([expect.stringMatching(/^retry: \d+\n\n$/)])
  const frame = (seq: number) => ({
    seq,
    version: 1,
    ballots: seq,
    bytes: new TextEncoder().encode(`${seq}`),
  })
  for (const seq of [1, 2, 3]) stream.offer(frame(seq))
  stream.beat()
  stream.end()
  expect(written).toHaveLength(1)
  for (let n = 0; n < 2; n++) stream.taken()
  expect(written.slice(1)).toEqual(['3', 'closed'])
})

it('an id that is no number is as none', async () => {
  const survey = await storedSurvey()
  await vote(survey)
  const odd = await open(survey, { 'last-event-id': 'x' })
  expect((await odd.next())?.id).toBe('1')
})

it('a stream is not there for results that are hidden, closed or of no survey', async () => {
  const hidden = await storedSurvey({ resultsVisibility: 'after_closing' })
  expect((await client.json(path(hidden, '/results/stream'))).body.code).toBe('results_hidden')
  const closed = await storedSurvey({ closesAt: new Date(Date.now() - 1000) })
  expect((await client.json(path(closed, '/results/stream'))).body.code).toBe('survey_closed')
  expect((await client.json('/api/v1/surveys/rien/results/stream')).status).toBe(404)
})

it('one network has so many streams and no more, by whatever addresses; others are not kept out', async () => {
  const survey = await storedSurvey()
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const opened = async (address: string) => {
    const stream = await open(survey, from(address))
    expect(await stream.results()).toBeDefined()
  }
  await Promise.all(Array.from({ length: MAX_STREAMS_OF_NETWORK }, (_, n) => opened(`192.0.2.${n % 256}`)))
  const refused = await client.send(path(survey, '/results/stream'), { headers: from('192.0.2.77') })
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ code: 'too_many_streams' })
  await opened('198.51.100.1')
  await streams.shift()?.close()
  await opened('192.0.2.77')
})

describe('a tally that another process moves', () => {
  it('is seen at once', async () => {
    const survey = await storedSurvey()
    const stream = await open(survey)
    await stream.results()
    const script = `
      const { Client } = await import('./scripts/testing/client.ts')
      const answers = [${JSON.stringify(choose(survey, 'single', 0))}]
      const { status } = await new Client().json('${path(survey, '/ballot')}', { json: { answers } })
      console.log(status, Date.now())
      await new Promise((resolve) => setTimeout(resolve, 2000))
      process.exit(0)`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(child.stdout, 'data')
    expect(String(said)).toMatch(/^201 /)
    // Sooner than a read without a notice would have been.
    expect((await stream.results(2_000))?.seq).toBe(1)
    await once(child, 'exit')
  })

  it('is seen also when the notice was lost, and the connection comes back', async () => {
    const survey = await storedSurvey()
    const stream = await open(survey)
    await stream.results()
    await voteUnheard(survey, 1)
    expect((await stream.results(8_000))?.seq).toBe(1)
    const cut = await db().$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'avis wire' AND datname = current_database()`
    expect(cut.length).toBe(1)
    await voteUnheard(survey, 2)
    expect((await stream.results(8_000))?.seq).toBe(2)
    const [back] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE application_name = 'avis wire' AND datname = current_database()`
    expect(back?.count).toBe(1)
  })
})

it('while nobody listens nothing is asked of the database', async () => {
  const survey = await storedSurvey()
  const stream = await open(survey)
  await stream.results()
  const head = await client.send(path(survey, '/results/stream'), { method: 'HEAD' })
  expect(head.status).toBe(200)
  const asked = async (ms: number) => {
    const [begun] = await db().$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
    await sleep(ms)
    const [row] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND query_start > ${begun?.now}`
    return row?.n
  }
  expect(await asked(6_000)).toBeGreaterThan(0)
  await stream.close()
  await sleep(500)
  expect(await asked(6_000)).toBe(0)
})
