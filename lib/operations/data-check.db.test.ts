import { beforeAll, describe, expect, it } from 'vitest'
import { choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { tell } from '@/scripts/testing/comments'
import { storedSurvey } from '@/scripts/testing/surveys'
import { eraseComment } from '../comments/commands/erase'
import { db } from '../platform/db/client'
import { citeResults } from '../results/commands'
import type { SurveyRecord } from '../surveys/queries/public'
import { checkData, checkLately } from './data-check'

/** Set before any other code here, because settings are read on first use. */
const TOKEN = 'the token of the machine that looks'
process.env.AVIS_METRICS_TOKEN = TOKEN

let survey: SurveyRecord
let comment: string

const JOINT = `(SELECT c FROM unnest(cells) c WHERE c LIKE 'j%')`

/** Breaks one table, checks it, and restores its rows. */
async function whenBroken(table: string, sql: string): Promise<string[]> {
  await db().$executeRawUnsafe(`CREATE TABLE kept AS TABLE ${table}`)
  try {
    await db().$executeRawUnsafe(sql)
    const { faults } = await checkData()
    return faults.map(({ row, wrong }) => `${row} ${wrong}`)
  } finally {
    await db().$executeRawUnsafe(`DELETE FROM ${table}`)
    await db().$executeRawUnsafe(`INSERT INTO ${table} SELECT * FROM kept`)
    await db().$executeRawUnsafe('DROP TABLE kept')
  }
}

beforeAll(async () => {
  survey = await storedSurvey({ moderationMode: 'after' })
  for (let n = 0; n < 5; n++) {
    const answers = [choose(survey, 'aspects', n % 2, 3), choose(survey, 'multiple', 0, 2)]
    await new Client().send(path(survey, '/ballot'), { json: { answers } })
  }
  const { id } = await tell(survey, 'Une opinion mesurée, avec ses raisons et ses nuances.')
  comment = id
  const gone = await tell(survey, 'Un texte que son auteur voudra voir disparaître ensuite.')
  const { reader } = await db().comment.findUniqueOrThrow({ where: { id: gone.id } })
  await eraseComment({ comment: gone.id, reader: new Uint8Array(reader) })
  await citeResults(survey, {})
})

describe('/readyz?deep', () => {
  const ask = (headers: Record<string, string> = {}) => new Client().json('/readyz?deep', { headers })
  const authorization = `Bearer ${TOKEN}`

  it('says how many rows are wrong, and not which', async () => {
    expect(await ask({ authorization })).toEqual({
      status: 200,
      body: { status: 'sound', surveys: 1, complete: true, broken: {} },
    })
    await db().tally.updateMany({ where: { cell: 'b' }, data: { count: { increment: 1 } } })
    const { status, body } = await ask({ authorization })
    await db().tally.updateMany({ where: { cell: 'b' }, data: { count: { decrement: 1 } } })
    expect(status).toBe(503)
    expect(body).toMatchObject({ status: 'unsound', broken: { 'tally equals recount': 1 } })
    expect(JSON.stringify(body)).not.toContain('cell')
  })

  it('is for the holder of the token alone', async () => {
    expect((await ask()).status).toBe(401)
    expect((await ask({ authorization: 'Bearer wrong' })).status).toBe(401)
  })
})

describe('the data check', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await checkData()).toEqual({ surveys: 1, faults: [], complete: true })
    expect(await checkLately()).toEqual({ surveys: 1, faults: [], complete: true })
  })

  it('names the cell whose count is not its ballots’', async () => {
    const cell = `q${question(survey, 'multiple').id}`
    const found = await whenBroken('tally', `UPDATE tally SET count = count + 1 WHERE cell = '${cell}'`)
    expect(found).toEqual([`tally (survey ${survey.id}, cell ${cell}) says 6, its ballots make 5`])
  })

  it.each([
    ['a ballot without its joint cell', `array_remove(cells, ${JOINT})`, 'lacks the joint cell'],
    [
      'a ballot with a cell of nothing that was asked',
      `array_append(cells, 'o999999')`,
      'nothing asked makes: o999999',
    ],
    ['a ballot with a cell twice', `array_append(cells, 'b')`, 'has a cell twice'],
    ['a ballot of no version', `array_remove(cells, 'v1')`, 'has no version'],
  ])('names %s, whose history says otherwise', async (_, cells, wrong) => {
    const found = await whenBroken(
      'ballot',
      `UPDATE ballot SET cells = ${cells} WHERE reader = (SELECT min(reader) FROM ballot WHERE ${JOINT} IS NOT NULL)`,
    )
    const ofBallot = found.filter((line) => line.startsWith(`ballot (survey ${survey.id}, reader `)).join()
    expect(ofBallot).toContain(wrong)
    expect(ofBallot).toContain('differs from the last entry of its history')
  })

  it.each([
    ['tally_head', 'UPDATE tally_head SET seq = 1', /results were cited at \d/],
    ['tally_head', 'DELETE FROM tally_head', /is missing, and there are counts/],
    [
      'snapshot',
      `UPDATE snapshot SET body = replace(body, '"ballots":', '"ballots":1')`,
      /its hash is not of/,
    ],
    [
      'snapshot',
      `UPDATE snapshot SET context = replace(context, '"seen":', '"seen":1')`,
      /its context is not/,
    ],
    ['visit', 'UPDATE visit SET ballots = ballots + 1', /visit \(survey \d+, \S+ \d\d:00, unknown\) says/],
    ['snapshot', 'UPDATE snapshot SET version = 2', /is of another moment/],
    ['visit', `INSERT INTO visit VALUES (0, now(), 'direct')`, /visit \(survey 0\) is of a survey that/],
    ['visit', 'UPDATE visit SET title_id = 2', /visit \(survey \d+\) is of a survey that/],
  ])('names what is wrong in %s after %s', async (table, sql, wrong) => {
    expect((await whenBroken(table, sql)).join()).toMatch(wrong)
  })

  it('names a comment, its revision and its decision that disagree, and words left of an erased one', async () => {
    await db().comment.update({ where: { id: comment }, data: { text: { set: 'Autre chose' }, revision: 2 } })
    await db().commentRevision.updateMany({ where: { text: '' }, data: { text: 'reste' } })
    const { faults } = await checkData()
    expect(faults.map(({ invariant }) => invariant).sort()).toEqual([
      'erased texts are gone',
      'revisions lead to the text that stands',
      'revisions lead to the text that stands',
      'the decision that holds is the newest',
    ])
  })

  it('names a sequence that would give out a taken number', async () => {
    await db().$executeRaw`SELECT setval('ballot_event_id_seq', 1)`
    const { faults } = await checkData()
    expect(faults.map(({ row }) => row)).toContain('sequence ballot_event_id_seq')
  })

  it('says that it did not get through when its time is up', async () => {
    expect(await checkLately(0)).toEqual({ surveys: 0, faults: [], complete: false })
  })
})
