import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { appendLink } from '../ballots/commands/chain'
import { headText, leafText, NO_HEAD } from '../ballots/rules/chain'
import { checkOne } from '../operations/data-check'
import { db } from '../platform/db/client'
import { MAX_FAULTS } from '../platform/db/invariant'
import type { SurveyRecord } from '../surveys/queries/public'
import type { ChainLink, ChainPage } from './schema'

const client = new Client()
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

async function vote(survey: SurveyRecord, place: number, reader = new Client()) {
  const { body } = await reader.json(path(survey, '/ballot'), {
    json: { answers: [choose(survey, 'single', place)] },
  })
  return { reader, receipt: body.receipt as string }
}
const chain = async (survey: SurveyRecord, query = ''): Promise<ChainPage> =>
  (await client.json(path(survey, `/chain${query}`))).body

/** Verifies the published chain from public data alone: recomputes each head from its link and the previous head. */
function walk(links: ChainLink[], from = NO_HEAD): string {
  return links.reduce((previous, link) => {
    const digest = sha256(
      Buffer.concat([Buffer.from(link.leaves ?? '', 'hex'), Buffer.from(link.facts ?? '')]),
    )
    expect(link.digest).toBe(digest)
    expect(link.head).toBe(sha256(headText(previous, link)))
    return link.head
  }, from)
}

const faults = async ({ view }: SurveyRecord) =>
  ((await checkOne(view.slug)) ?? []).map(({ row, wrong }) => `${row} ${wrong}`)

async function leafOf(survey: SurveyRecord, { reader, receipt }: Awaited<ReturnType<typeof vote>>) {
  const { revision, cells } = (await reader.json(path(survey, '/ballot'))).body
  return sha256(leafText(sha256(receipt), revision, cells))
}

describe('a chain', () => {
  it('can be walked by anybody, to the head that the results have', async () => {
    const survey = await storedSurvey()
    const voters = [await vote(survey, 0), await vote(survey, 1)]
    voters.push(...(await Promise.all([0, 1, 2, 0, 1].map((place) => vote(survey, place)))))
    const { links, next } = await chain(survey)
    const { chain: head, seq } = (await client.json(path(survey, '/results'))).body
    expect([walk(links), links.at(-1)?.seq, next]).toEqual([head, seq, null])
    expect(links.map((link) => link.seq)).toEqual(links.map((_, index) => index + 1))
    const leaves = links.flatMap((link) => link.leaves?.match(/.{64}/g) ?? [])
    expect(leaves.length).toBe(7)
    for (const voter of voters) expect(leaves).toContain(await leafOf(survey, voter))
  })

  it('has each state a ballot had: cast, changed, withdrawn; and nothing for the same answer again', async () => {
    const survey = await storedSurvey()
    const voter = await vote(survey, 0)
    const first = await leafOf(survey, voter)
    await vote(survey, 0, voter.reader)
    await vote(survey, 1, voter.reader)
    const second = await leafOf(survey, voter)
    await voter.reader.json(path(survey, '/ballot'), { method: 'DELETE' })
    const third = await leafOf(survey, voter)
    const { links } = await chain(survey)
    expect(links.map(({ leaves }) => leaves)).toEqual([first, second, third])
    walk(links)
    expect(await faults(survey)).toEqual([])
  })

  it('grows also with changes that move no count: two readers who swap their answers', async () => {
    const survey = await storedSurvey()
    const [one, other] = [await vote(survey, 0), await vote(survey, 1)]
    await Promise.all([vote(survey, 1, one.reader), vote(survey, 0, other.reader)])
    const { links } = await chain(survey)
    expect(links.flatMap(({ leaves }) => leaves?.match(/.{64}/g) ?? []).length).toBe(4)
    expect(walk(links)).toBe((await client.json(path(survey, '/results'))).body.chain)
  })

  it('tells what else happened to the tally, in the same order', async () => {
    const survey = await storedSurvey()
    await db().$transaction((tx) => appendLink(tx, survey.id, 'quarantine', { rule: 'essai', ballots: 0 }))
    await vote(survey, 0)
    await db().$transaction((tx) => appendLink(tx, survey.id, 'quarantine', { rule: 'd’un mot', ballots: 1 }))
    const { links } = await chain(survey)
    expect(links.map(({ kind, facts }) => [kind, facts])).toEqual([
      ['quarantine', '{"rule":"essai","ballots":0}'],
      ['ballots', undefined],
      ['quarantine', '{"rule":"d’un mot","ballots":1}'],
    ])
    expect(walk(links)).toBe((await client.json(path(survey, '/results'))).body.chain)
    expect(await faults(survey)).toEqual([])
  })

  it('is read from a number or from a minute on, with or without its leaves', async () => {
    const survey = await storedSurvey()
    for (const place of [0, 1, 2, 0]) await vote(survey, place)
    const minutes = ['2026-03-01T10:00Z', '2026-03-01T10:01Z', '2026-03-01T10:01Z', '2026-03-01T10:07Z']
    for (const [index, at] of minutes.entries())
      await db()
        .$executeRaw`UPDATE chain_link SET at = ${at}::timestamptz WHERE survey_id = ${survey.id} AND seq = ${index + 1}`
    const seqs = async (query: string) => (await chain(survey, query)).links.map(({ seq }) => seq)
    expect(await seqs('?after=2')).toEqual([3, 4])
    expect(await seqs('?from=2026-03-01T10:00:00Z')).toEqual([1, 2, 3, 4])
    expect(await seqs('?from=2026-03-01T10:01:00Z')).toEqual([1, 2, 3, 4])
    expect(await seqs('?from=2026-03-01T10:02:00Z')).toEqual([3, 4])
    expect(await seqs('?from=2026-03-01T10:08:00Z')).toEqual([4])
    const bare = (await chain(survey, '?leaves=no')).links
    expect(bare.map(({ leaves }) => leaves)).toEqual(Array(4).fill(undefined))
    expect((await client.json(path(survey, '/chain?after=-1'))).status).toBe(422)
    expect((await client.json(path(survey, '/chain?from=hier'))).status).toBe(422)
    expect((await client.json(path(survey, '/chain?autre=1'))).status).toBe(422)
  })

  it('says that a full page can be kept for ever, and no other', async () => {
    const survey = await storedSurvey()
    await vote(survey, 0)
    await db().$executeRaw`
      INSERT INTO chain_link (survey_id, seq, at, kind, leaves, head)
      SELECT ${survey.id}, n, now(), 'ballots', '', '' FROM generate_series(2, 150) AS n`
    const first = await client.send(path(survey, '/chain'))
    expect(first.headers.get('cache-control')).toContain('immutable')
    const { links, next } = (await first.json()) as ChainPage
    expect([links.length, next]).toEqual([100, 100])
    const rest = await client.send(path(survey, `/chain?after=${next}`))
    expect(rest.headers.get('cache-control')).toBe('no-store')
    expect(((await rest.json()) as ChainPage).links.length).toBe(50)
  })
})

describe('npm run verify finds', () => {
  const tampers: [what: string, tamper: (id: number) => Promise<unknown>, said: RegExp][] = [
    [
      'a changed ballot',
      (id) => db().$executeRaw`
        UPDATE ballot SET cells = array_replace(cells, cells[4], 'o0')
        WHERE (survey_id, reader) = (SELECT survey_id, reader FROM ballot WHERE survey_id = ${id} LIMIT 1)`,
      /ballot .* is not in the chain as it is/,
    ],
    [
      'a removed ballot',
      (id) => db().$executeRaw`
        DELETE FROM ballot WHERE (survey_id, reader) = (SELECT survey_id, reader FROM ballot WHERE survey_id = ${id} LIMIT 1)`,
      /chain_link .* has a ballot that is no longer there/,
    ],
    [
      'a ballot put in',
      (id) => db().$executeRaw`
        INSERT INTO ballot (survey_id, reader, cells, receipt_hash) VALUES (${id}, '\\x01', '{b,v1}', '\\x02')`,
      /ballot .* is not in the chain as it is/,
    ],
    [
      'links that changed places',
      (id) => db().$executeRaw`
        UPDATE chain_link l SET leaves = o.leaves FROM chain_link o
        WHERE l.survey_id = ${id} AND o.survey_id = ${id} AND l.seq IN (1, 2) AND o.seq = 3 - l.seq`,
      /chain_link .*, 1\) is not what was committed/,
    ],
    [
      'a link taken out',
      (id) => db().$executeRaw`DELETE FROM chain_link WHERE survey_id = ${id} AND seq = 2`,
      /chain_link .*, 2\) is missing/,
    ],
    [
      'a chain cut short',
      (id) => db().$executeRaw`DELETE FROM chain_link WHERE survey_id = ${id} AND seq = 3`,
      /is at 3, and the chain ends at 2/,
    ],
    [
      'a changed count',
      (id) => db().$executeRaw`UPDATE tally SET count = count + 1 WHERE survey_id = ${id} AND cell = 'b'`,
      /cell b\) says 4, its ballots make 3/,
    ],
    [
      'a rewritten history',
      (id) => db().$executeRaw`UPDATE ballot_event SET cells = '{b}' WHERE survey_id = ${id}`,
      /differs from the last entry of its history/,
    ],
    [
      'a cited head that the chain does not have',
      (id) => db().$executeRaw`
        INSERT INTO snapshot (survey_id, seq, version, body) VALUES (${id}, 2, 1, '{"chain":"00"}')`,
      /snapshot .*, 2\) has another head/,
    ],
  ]
  it.each(tampers)('%s', async (_, tamper, said) => {
    const survey = await storedSurvey()
    for (const place of [0, 1, 2]) await vote(survey, place)
    expect(await faults(survey)).toEqual([])
    expect(await tamper(survey.id)).toBeGreaterThan(0)
    expect((await faults(survey)).join('\n')).toMatch(said)
  })

  it('many differences without telling every one', async () => {
    const survey = await storedSurvey()
    await vote(survey, 0)
    await db().$executeRaw`
      INSERT INTO ballot (survey_id, reader, cells, receipt_hash)
      SELECT ${survey.id}, int4send(n), '{}', '' FROM generate_series(1, 50) AS n`
    const found = await faults(survey)
    expect(found.filter((line) => /not in the chain/.test(line)).length).toBe(MAX_FAULTS)
  })
})
