import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseBallot } from '../../lib/ballots/commands/erase'
import { isOfComment, readErasures } from '../../lib/ballots/commands/erasure-log'
import { eraseAgain, eraseComment } from '../../lib/comments/commands/erase'
import { checkData } from '../../lib/operations/data-check'
import { closeDb, db } from '../../lib/platform/db/client'
import { TITLE } from '../../lib/platform/db/title'
import { env } from '../../lib/platform/runtime/env'
import { citeResults } from '../../lib/results/commands'
import { live } from '../../lib/results/queries/live'
import { createDatabase, migrate } from '../../prisma/migrate'
import { path as addressOf, choose } from '../testing/answers'
import { Client } from '../testing/client'
import { tell } from '../testing/comments'
import { on } from '../testing/connection'
import { temporaryFolder } from '../testing/folder'
import { tallyAndRecount } from '../testing/recount'
import { storedSurvey } from '../testing/surveys'
import { backup, type How } from './backup'
import { findTool } from './pg-tools'
import { reapplyErasures } from './reapply-erasures'
import { restore } from './restore'
import { takeStock } from './tables'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const url = () => env().DATABASE_URL
const listFile = () => path.join(env().AVIS_DATA, 'erasures.jsonl')
const nameOf = (address: string) => new URL(address).pathname.slice(1)

const stockOf = (address: string) => on(address, takeStock)
const SERVER = await on(url(), async (client) => (await client.query('SHOW server_version_num')).rows[0])
const MAJOR = Math.floor(SERVER.server_version_num / 10_000)
/** The programs to test: also pg_dump where the machine has one for this server. */
const WAYS: How[] = findTool('pg_dump', MAJOR) ? ['own', 'pg_dump'] : ['own']

/** Creates an empty database on that server. */
async function emptyDatabase(): Promise<string> {
  const address = new URL(url())
  address.pathname = `/drill_${randomBytes(6).toString('hex')}`
  await createDatabase(address.href)
  return address.href
}

let survey: Awaited<ReturnType<typeof storedSurvey>>
let erasedLater: string

beforeAll(async () => {
  survey = await storedSurvey({ moderationMode: 'after' })
  for (let n = 0; n < 40; n++)
    await new Client().send(addressOf(survey, '/ballot'), {
      json: { answers: [choose(survey, 'aspects', n % 3, 3 + (n % 2)), choose(survey, 'multiple', n % 3)] },
    })
  await tell(survey, 'Un texte qui reste,\tavec une tabulation, «des guillemets» et \\ une barre.')
  erasedLater = (await tell(survey, 'Un texte que son auteur effacera après la sauvegarde.')).id
  await citeResults(survey, {})
})

describe.each(WAYS)('a backup by %s', (how) => {
  const file = path.join(folder, `${how}.backup`)

  it('is made while readers vote, dropped into an empty database, and is the same to the last row', async () => {
    const before = await tallyAndRecount(survey.id)
    const voting = Array.from({ length: 30 }, () =>
      new Client().send(addressOf(survey, '/ballot'), { json: { answers: [choose(survey, 'single', 1)] } }),
    )
    const made = await backup(url(), file, how)
    await Promise.all(voting)
    expect(made.how).toBe(how)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(existsSync(`${file}.part`)).toBe(false)
    const ballots = made.manifest.tables.find(({ name }) => name === 'ballot')?.rows ?? 0
    expect(ballots).toBeGreaterThanOrEqual(before.ballots ?? 0)

    const target = await emptyDatabase()
    const restored = await restore(target, file)
    expect(restored).toMatchObject({ aside: undefined, migrations: [] })
    expect(await stockOf(target)).toEqual(made.manifest.tables)
    // Keys, sequences and rules are restored, and not only rows.
    await on(target, async (client) => {
      const { rows } = await client.query(
        `SELECT count(*)::int AS keys FROM pg_constraint WHERE contype = 'f' AND convalidated`,
      )
      const [original] = await db().$queryRaw<{ keys: number }[]>`
        SELECT count(*)::int AS keys FROM pg_constraint WHERE contype = 'f'`
      expect(rows[0]).toEqual(original)
      const { rows: next } = await client.query(
        `SELECT nextval('survey_id_seq') > max(id) AS free FROM survey`,
      )
      expect(next[0].free).toBe(true)
    })
  })

  it('is refused by a database with something in it, until its name is given; then that is set aside', async () => {
    const target = await emptyDatabase()
    await restore(target, file)
    await on(target, (client) => client.query(`UPDATE survey SET slug = 'a-garder'`))
    const before = await stockOf(target)
    await expect(restore(target, file)).rejects.toThrow(/is not empty/)
    await expect(restore(target, file, 'another')).rejects.toThrow(/--replace drill_/)
    expect(await stockOf(target)).toEqual(before)
    const { aside } = await restore(target, file, nameOf(target))
    await on(target, async (client) => {
      const { rows } = await client.query(`SELECT slug FROM ${aside}.survey`)
      expect(rows[0].slug).toBe('a-garder')
      expect((await client.query('SELECT slug FROM public.survey')).rows[0].slug).toBe(survey.view.slug)
    })
  })

  it('is refused by a database in use', async () => {
    const refused = on(url(), () => restore(url(), file, nameOf(url())))
    await expect(refused).rejects.toThrow(/in use .* stop Avis first/)
  })

  it('that is damaged changes nothing', async () => {
    const target = await emptyDatabase()
    await migrate(target)
    const before = await stockOf(target)
    const bytes = readFileSync(file)
    const damaged = path.join(folder, `${how}.damaged`)
    for (const [what, change] of [
      ['cut off', () => bytes.subarray(0, bytes.length - 200)],
      ['with one other byte', () => Buffer.from(bytes.map((byte, at) => (at === 3_000 ? byte ^ 1 : byte)))],
      ['of something else', () => Buffer.from('une lettre')],
    ] as const) {
      writeFileSync(damaged, change())
      if (how === 'pg_dump') writeFileSync(`${damaged}.json`, readFileSync(`${file}.json`))
      await expect(restore(target, damaged), what).rejects.toThrow(/backup/)
      expect(await stockOf(target), what).toEqual(before)
    }
  })

  it('does not bring back what a reader had erased since', async () => {
    const { reader } = await db().comment.findUniqueOrThrow({ where: { id: erasedLater } })
    await eraseComment({ comment: erasedLater, reader: new Uint8Array(reader) })
    const counted = { surveyId: survey.id, NOT: [{ reader }, { cells: { isEmpty: true } }] }
    // The first that were cast: others came after the backup.
    const leaving = await db().ballot.findFirstOrThrow({
      where: counted,
      orderBy: { castAt: 'asc' },
      select: { reader: true },
    })
    expect((await eraseBallot(survey, new Uint8Array(leaving.reader))).ok).toBe(true)
    const target = await emptyDatabase()
    await restore(target, file)
    const words = await on(target, (client) =>
      client.query('SELECT text FROM comment WHERE id = $1', [erasedLater]),
    )
    expect(words.rows[0].text).not.toBe('')
    // A refused withdrawal that is nevertheless on the list of an Avis that noted intents.
    const staying = await db().ballot.findFirstOrThrow({
      where: { ...counted, NOT: [...counted.NOT, { reader: leaving.reader }] },
      orderBy: { castAt: 'asc' },
      select: { reader: true, receiptHash: true },
    })
    const intent = { ballot: Buffer.from(staying.receiptHash).toString('hex'), at: new Date().toISOString() }
    appendFileSync(listFile(), `${JSON.stringify(intent)}\n{"ballot":"cut off`)
    // Into this very database, as after a disaster, with Avis stopped.
    await live().stop()
    await closeDb()
    const { aside, manifest } = await restore(url(), file, nameOf(url()))
    expect((await db().comment.findUniqueOrThrow({ where: { id: erasedLater } })).text).not.toBe('')
    const ballotOf = (reader: Uint8Array) =>
      db().ballot.findUniqueOrThrow({
        where: {
          titleId_surveyId_reader: { titleId: TITLE, surveyId: survey.id, reader: new Uint8Array(reader) },
        },
      })
    expect((await ballotOf(leaving.reader)).cells).not.toEqual([])
    // Also after the consultation has closed, and after the list beside the database was lost.
    const closing = (closesAt: Date | null) =>
      db().survey.update({ where: { id: survey.id }, data: { closesAt } })
    await closing(new Date(Date.now() - 1_000))
    const list = readFileSync(listFile(), 'utf8')
    writeFileSync(listFile(), list.replace(/^.*"done".*$/gm, ''))
    const sources = { aside, at: manifest.at }
    expect(await reapplyErasures(sources)).toEqual({ texts: 1, ballots: 1, undecided: 0 })
    expect(await reapplyErasures(sources)).toEqual({ texts: 0, ballots: 0, undecided: 0 })
    await closing(null)
    expect(await ballotOf(leaving.reader)).toMatchObject({ cells: [], previous: [] })
    expect((await ballotOf(staying.reader)).cells).not.toEqual([])
    const { text, erasedAt } = await db().comment.findUniqueOrThrow({ where: { id: erasedLater } })
    expect({ text, erased: erasedAt !== null }).toEqual({ text: '', erased: true })
    expect((await checkData()).faults).toEqual([])
    const { tally, recount } = await tallyAndRecount(survey.id)
    expect(tally).toEqual(recount)
    await on(url(), (client) => client.query(`DROP SCHEMA ${aside} CASCADE`))
    // A restore of the next older backup finds it on the list, and in the list of the database that it replaces.
    const { outcomes } = await readErasures()
    expect(outcomes.filter(isOfComment).map(({ comment }) => comment)).toContain(erasedLater)
    expect(await db().erasure.count({ where: { commentId: erasedLater } })).toBe(1)
    writeFileSync(listFile(), list)
  })

  it('spares what an author wrote anew after erasing', async () => {
    const [listed] = (await readErasures()).outcomes
      .filter(isOfComment)
      .filter(({ comment }) => comment === erasedLater)
    await db().comment.update({
      where: { id: erasedLater },
      data: { text: 'Autrement', revision: 2, erasedAt: null, withdrawnAt: null },
    })
    expect(await eraseAgain(listed ? [listed] : [])).toBe(0)
    expect((await db().comment.findUniqueOrThrow({ where: { id: erasedLater } })).text).toBe('Autrement')
  })
})

it('an older backup is brought up to date as it is restored', async () => {
  const old = await emptyDatabase()
  await migrate(old, (name) => name === '20261123000000_init')
  await on(old, (client) =>
    client.query(`
      INSERT INTO article (title, source_name, summary) VALUES ('t', 's', 'r');
      INSERT INTO survey (slug, article_id, opens_at, reader_key) VALUES ('ancien', 1, now() - interval '1 day', '\\x00');
      INSERT INTO question (survey_id, position, kind, prompt) VALUES (1, 0, 'open', 'Votre avis ?');
      INSERT INTO ballot (survey_id, reader, cells, receipt_hash) VALUES (1, '\\x01', '{b,q1}', '\\x01');
      INSERT INTO tally (survey_id, cell, count) VALUES (1, 'b', 1), (1, 'q1', 1)`),
  )
  const file = path.join(folder, 'old.backup')
  await backup(old, file, 'own')
  const target = await emptyDatabase()
  expect((await restore(target, file)).migrations.length).toBeGreaterThan(2)
  await on(target, async (client) => {
    expect((await client.query('SELECT cells FROM ballot')).rows).toEqual([{ cells: ['b', 'q1', 'v1'] }])
  })
})

it('a backup that cannot be written says so', async () => {
  await expect(backup(url(), path.join(folder, 'nowhere', 'x'), 'own')).rejects.toMatchObject({
    code: 'ENOENT',
  })
})
