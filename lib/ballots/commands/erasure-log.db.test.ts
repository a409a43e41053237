import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { path as at, choose } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { tell } from '@/scripts/testing/comments'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { signedIn } from '@/scripts/testing/signed-in'
import { storedSurvey } from '@/scripts/testing/surveys'
import { removeErased } from '../../exports/commands/jobs'
import { workExports } from '../../exports/commands/run-jobs'
import { checkOne } from '../../operations/data-check'
import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { env } from '../../platform/runtime/env'
import { findSurvey, forgetSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { ERASED_CELL } from '../rules/tally-keys'
import { eraseBallot, settleIntents, withdrawAgain } from './erase'
import { completeList, fileErasures, isOfBallot, readErasures } from './erasure-log'

const listFile = () => path.join(env().AVIS_DATA, 'erasures.jsonl')
const newWord = () => `mot${randomBytes(8).toString('hex')}`

beforeEach(async () => {
  await db().erasure.deleteMany()
  rmSync(listFile(), { force: true })
})

/** Returns the columns, of all tables, that still contain a word. */
async function columnsWith(word: string): Promise<string[]> {
  const columns = await db().$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`
  expect(columns.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const { table, column } of columns) {
    const [row] = await db().$queryRawUnsafe<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${table}" WHERE "${column}"::text LIKE $1
         OR "${column}"::text LIKE '%' || encode(convert_to($2, 'UTF8'), 'hex') || '%') AS found`,
      `%${word}%`,
      word,
    )
    if (row?.found) found.push(`${table}.${column}`)
  }
  return found.sort()
}

/** Returns the files under AVIS_DATA that still contain a word verbatim. */
const filesWith = (word: string) =>
  readdirSync(env().AVIS_DATA, { recursive: true })
    .map((name) => path.join(env().AVIS_DATA, String(name)))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(word))

const ballotOf = async (survey: SurveyRecord) => {
  const found = await db().ballot.findFirstOrThrow({
    where: { surveyId: survey.id },
    orderBy: { castAt: 'desc' },
  })
  return {
    ...found,
    reader: new Uint8Array(found.reader),
    hash: Buffer.from(found.receiptHash).toString('hex'),
  }
}
const vote = async (survey: SurveyRecord, option: number, reader = new Client()) => {
  const sent = await reader.json(at(survey, '/ballot'), {
    json: { answers: [choose(survey, 'single', option)] },
  })
  expect(sent.status).toBeLessThan(202)
  return reader
}
const closeNow = (survey: SurveyRecord) =>
  db().survey.update({ where: { id: survey.id }, data: { closesAt: new Date(Date.now() - 1_000) } })

it('an erased text is in no column and no file, and the files that could hold it say so', async () => {
  const survey = await storedSurvey({ moderationMode: 'after' })
  const editor = await signedIn('editor')
  const exportsPath = (rest = '') => at(survey, `/exports${rest}`)
  const ask = async (input: object) => (await editor.client.json(exportsPath(), { json: input })).body.id
  const [first, second, other] = [newWord(), newWord(), newWord()]
  await tell(survey, `Un autre texte, ${other}, qui reste.`)
  const { reader } = await tell(survey, `Un premier jet, ${first}.`)
  await tell(survey, `Puis ceci, ${second}.`, reader)
  const before = await ask({ format: 'csv', table: 'comments' })
  const held = [
    before,
    await ask({ format: 'jsonl', table: 'ballots' }),
    await ask({ format: 'csv', table: 'comments', allTexts: true }),
    await ask({ format: 'bundle' }),
  ]
  await workExports()
  const safe = [await ask({ format: 'csv', table: 'decisions' }), await ask({ format: 'polis' })]
  await workExports()
  expect(filesWith(second).length).toBeGreaterThanOrEqual(3)
  expect(await columnsWith(first)).toEqual(['comment_revision.text'])
  const sent = await reader.send(at(survey, '/mine/erasure'), { form: 'ballot=keep' })
  expect(sent.status).toBe(200)
  const download = () => editor.client.send(exportsPath(`/${before}/file`))
  expect((await download()).status).toBe(410)
  await removeErased()
  for (const word of [first, second]) expect([await columnsWith(word), filesWith(word)]).toEqual([[], []])
  const job = async (id: string) => (await editor.client.json(exportsPath(`/${id}`))).body
  for (const id of held) expect(await job(id)).toMatchObject({ state: 'removed', problem: 'text_erased' })
  for (const id of safe) expect(await job(id)).toMatchObject({ state: 'ready' })
  const files = readdirSync(path.join(env().AVIS_DATA, 'exports'))
  for (const id of held) expect(files.filter((name) => name.startsWith(id))).toEqual([])
  expect(await columnsWith(other)).toEqual(['comment.search', 'comment.text', 'comment_revision.text'])
  expect(await checkOne(survey.view.slug)).toEqual([])
})

it('a file that is being written while a text is erased is never finished', async () => {
  const survey = await storedSurvey({ moderationMode: 'after' })
  const editor = await signedIn('editor')
  const { reader } = await tell(survey, `Un texte, ${newWord()}.`)
  const input = { format: 'csv', table: 'comments' }
  let working: Promise<void> | undefined
  let id = ''
  await db().$transaction(
    async (tx) => {
      // The writer waits here, past its claim.
      await tx.$executeRaw`LOCK TABLE question IN ACCESS EXCLUSIVE MODE`
      id = (await db().exportJob.create({ data: { surveyId: survey.id, staffId: editor.id, input } })).id
      working = workExports()
      while (!(await db().exportJob.count({ where: { id, attempt: 1 } })));
      const { reader: author } = await db().comment.findFirstOrThrow({ where: { surveyId: survey.id } })
      const { id: comment } = await db().comment.findFirstOrThrow({ where: { surveyId: survey.id } })
      const { eraseComment } = await import('../../comments/commands/erase')
      expect((await eraseComment({ comment, reader: new Uint8Array(author) })).ok).toBe(true)
    },
    { timeout: 30_000 },
  )
  await working
  const [job] = (await editor.client.json(at(survey, '/exports'))).body.exports
  expect(job).toMatchObject({ id, state: 'removed', problem: 'text_erased' })
  const folder = path.join(env().AVIS_DATA, 'exports')
  expect(existsSync(folder) && readdirSync(folder).filter((name) => name.startsWith(id))).toEqual([])
  expect((await reader.json(at(survey, '/comments/mine'))).body.comments).toMatchObject([{ state: 'erased' }])
})

it('erased answers are gone with those before them, and the chain still holds', async () => {
  const survey = await storedSurvey()
  await vote(survey, 0)
  const reader = await vote(survey, 0)
  for (const option of [1, 2]) await vote(survey, option, reader)
  const { reader: key, cells } = await ballotOf(survey)
  expect((await eraseBallot(survey, key)).ok).toBe(true)
  expect(await ballotOf(survey)).toMatchObject({ cells: [], previous: [] })
  const events = () =>
    db().ballotEvent.findMany({ where: { surveyId: survey.id, reader: key }, orderBy: { id: 'asc' } })
  const erased = [[ERASED_CELL], [ERASED_CELL], [ERASED_CELL], []]
  expect((await events()).map((event) => event.cells)).toEqual(erased)
  expect(await checkOne(survey.view.slug)).toEqual([])
  const found = await findSurvey(survey.view.slug)
  expect(found && (await reader.json(at(survey, '/mine'))).body.ballot.answers).toEqual([])
  await vote(survey, 1, reader)
  expect((await events()).map((event) => event.cells)).toEqual([...erased, expect.arrayContaining(['b'])])
  expect(await checkOne(survey.view.slug)).toEqual([])
  // A chain with erased states in it is still checked for missing and extra states.
  const own = { surveyId: survey.id, reader: key, cells: { equals: [ERASED_CELL] } }
  const { id } = await db().ballotEvent.findFirstOrThrow({ where: own })
  const where = { titleId_surveyId_id: { titleId: TITLE, surveyId: survey.id, id } }
  await db().ballotEvent.update({ where, data: { cells } })
  expect((await checkOne(survey.view.slug))?.map(({ invariant }) => invariant)).toContain(
    'erased ballots are gone',
  )
})

it('what was refused is noted nowhere, and what was noted has happened', async () => {
  const survey = await storedSurvey()
  await vote(survey, 0)
  const { reader } = await ballotOf(survey)
  // The record was read before the closing, as a request's may be.
  await closeNow(survey)
  expect(await eraseBallot(survey, reader)).toMatchObject({ ok: false, problem: { code: 'survey_closed' } })
  expect(await db().erasure.count()).toBe(0)
  expect(await readErasures()).toEqual({ outcomes: [], intents: [] })
  expect((await ballotOf(survey)).cells).not.toEqual([])
  await db().survey.update({ where: { id: survey.id }, data: { closesAt: null } })
  forgetSurvey(survey.view.slug)
  // An erasure that cannot be recorded does not happen.
  await db().$executeRaw`ALTER TABLE erasure ADD CONSTRAINT nothing_fits CHECK (false)`
  await expect(eraseBallot(survey, reader)).rejects.toThrow()
  await db().$executeRaw`ALTER TABLE erasure DROP CONSTRAINT nothing_fits`
  const { tally, recount, ballots } = await tallyAndRecount(survey.id)
  expect([tally, ballots]).toEqual([recount, 1])
  expect((await ballotOf(survey)).cells).not.toEqual([])
  expect((await eraseBallot(survey, reader)).ok).toBe(true)
  expect((await readErasures()).outcomes).toHaveLength(1)
})

it('the list has what any process erased, once, also when two of them write it at once', async () => {
  const rows = Array.from({ length: 50 }, () => ({ receiptHash: randomBytes(32) }))
  await db().erasure.createMany({ data: rows })
  await Promise.all([fileErasures(), fileErasures(), fileErasures()])
  const listed = async () =>
    (await readErasures()).outcomes
      .filter(isOfBallot)
      .map(({ ballot }) => ballot)
      .sort()
  const all = rows.map(({ receiptHash }) => receiptHash.toString('hex')).sort()
  expect(await listed()).toEqual(all)
  // Another machine has another folder: a backup completes its list.
  rmSync(listFile())
  await completeList()
  await completeList()
  expect(await listed()).toEqual(all)
})

it('what was intended before counts only if it happened, and is looked at once', async () => {
  const survey = await storedSurvey()
  const leaver = await vote(survey, 0)
  const left = await ballotOf(survey)
  const before = new Date(Date.now() - 1).toISOString()
  await leaver.json(at(survey, '/ballot'), { method: 'DELETE' })
  await vote(survey, 1)
  const stayed = await ballotOf(survey)
  mkdirSync(env().AVIS_DATA, { recursive: true })
  const lines = [left, stayed].map(({ hash }) => `${JSON.stringify({ ballot: hash, at: before })}\n`)
  appendFileSync(listFile(), lines.join(''))
  expect((await readErasures()).intents).toHaveLength(2)
  await settleIntents()
  await fileErasures()
  const { outcomes, intents } = await readErasures()
  expect([outcomes.filter(isOfBallot).map(({ ballot }) => ballot), intents]).toEqual([[left.hash], []])
  const { previous } = await db().ballot.findUniqueOrThrow({
    where: { titleId_surveyId_reader: { titleId: TITLE, surveyId: survey.id, reader: left.reader } },
  })
  expect(previous).toEqual([])
  expect(await withdrawAgain(outcomes)).toBe(0)
  expect((await ballotOf(survey)).cells).toEqual(stayed.cells)
  expect(await checkOne(survey.view.slug)).toEqual([])
})
