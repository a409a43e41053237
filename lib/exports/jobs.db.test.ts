import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { path as at, choose } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { signedIn } from '@/scripts/testing/signed-in'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import type { SurveyRecord } from '../surveys/queries/public'
import { exportsFolder } from './commands/files'
import { sweepExports } from './commands/jobs'
import { workExports, workOneExport } from './commands/run-jobs'
import { verifyBundle } from './commands/verify'

const BALLOTS = 30
let survey: SurveyRecord
let editor: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  survey = await storedSurvey()
  editor = await signedIn('editor')
  for (let n = 0; n < BALLOTS; n++) {
    const { status } = await new Client().json(at(survey, '/ballot'), {
      json: { answers: [choose(survey, 'single', n % 3)] },
    })
    expect(status).toBe(201)
  }
})

const files = () => (existsSync(exportsFolder()) ? readdirSync(exportsFolder()) : [])
const exportsPath = (rest = '') => at(survey, `/exports${rest}`)
const job = async (id: string) => (await editor.client.json(exportsPath(`/${id}`))).body

/** Asks for a file and waits until nothing is left to be made. */
async function made(json: object) {
  const asked = await editor.client.json(exportsPath(), { json })
  expect(asked.status).toBe(202)
  await workExports()
  return job(asked.body.id)
}

/** A job nobody has taken up, as another process may have left it. */
const stored = (changes: object = {}) =>
  db().exportJob.create({
    data: {
      surveyId: survey.id,
      staffId: editor.id,
      input: { format: 'csv', table: 'ballots', allTexts: false },
      ...changes,
    },
  })

it('a file is made in the background, and what is downloaded is what was written', async () => {
  const { state, rows, total, file } = await made({ format: 'csv' })
  expect([state, rows, total, file.name]).toEqual([
    'ready',
    BALLOTS,
    BALLOTS,
    `avis-${survey.view.slug}-ballots.csv`,
  ])
  const sent = await editor.client.send(file.path)
  expect(sent.headers.get('content-disposition')).toContain(file.name)
  const bytes = Buffer.from(await sent.arrayBuffer())
  expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.bytes, file.sha256])
  expect(parse(bytes, { columns: true })).toHaveLength(BALLOTS)
})

it('a download that was cut goes on where it stopped, and one past the end is refused', async () => {
  const { file } = await made({ format: 'jsonl' })
  const whole = Buffer.from(await (await editor.client.send(file.path)).arrayBuffer())
  const rest = await editor.client.send(file.path, { headers: { range: 'bytes=100-' } })
  expect([rest.status, rest.headers.get('content-range')]).toEqual([
    206,
    `bytes 100-${whole.length - 1}/${whole.length}`,
  ])
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(whole.subarray(100))
  const past = await editor.client.send(file.path, { headers: { range: `bytes=${whole.length}-` } })
  expect(past.status).toBe(416)
})

it('everything in one file verifies by itself', async () => {
  const { file, rows, total } = await made({ format: 'bundle' })
  expect(rows).toBe(total)
  const zip = path.join(exportsFolder(), 'downloaded')
  writeFileSync(zip, Buffer.from(await (await editor.client.send(file.path)).arrayBuffer()))
  expect(await verifyBundle(zip)).toEqual([])
})

it('nobody, and no moderator, sees or gets a file; an address that is nothing says so', async () => {
  const { id } = await made({ format: 'csv' })
  const moderator = (await signedIn('moderator')).client
  const disabled = (await signedIn('editor', { disabledAt: new Date() })).client
  for (const [rest, method] of [
    ['', 'GET'],
    ['', 'POST'],
    [`/${id}`, 'GET'],
    [`/${id}`, 'DELETE'],
    [`/${id}/file`, 'GET'],
  ] as const) {
    expect((await new Client().json(exportsPath(rest), { method })).body.code).toBe('sign_in_required')
    expect((await disabled.json(exportsPath(rest), { method })).body.code).toBe('sign_in_required')
    expect((await moderator.json(exportsPath(rest), { method })).body.code).toBe('role_required')
  }
  expect((await job(id)).state).toBe('ready')
  const other = await storedSurvey()
  for (const address of [
    at(other, `/exports/${id}/file`),
    exportsPath('/..%2f..%2fsecret/file'),
    exportsPath('/x/file'),
  ])
    expect((await editor.client.json(address)).body.code).toMatch(/^(export_)?not_found$/)
  const wrong = await editor.client.json(exportsPath(), { json: { format: 'docx' } })
  expect([wrong.status, wrong.body.code]).toEqual([400, 'unknown_format'])
  const table = await editor.client.json(exportsPath(), { json: { format: 'csv', table: 'staff_account' } })
  expect(table.status).toBe(422)
})

it('a process that died in the middle is made up for, and what it left is removed', async () => {
  const { id } = await stored({
    attempt: 1,
    startedAt: new Date(),
    beatAt: new Date(Date.now() - 60_000),
    rows: 7,
  })
  mkdirSync(exportsFolder(), { recursive: true })
  writeFileSync(path.join(exportsFolder(), `${id}-1.part`), 'half a fi')
  await workExports()
  expect(await job(id)).toMatchObject({ state: 'ready', rows: BALLOTS })
  await sweepExports()
  expect(files().filter((name) => name.startsWith(id))).toEqual([`${id}-2`])
})

it('a job that another process works on is left alone, and one that ends processes is given up', async () => {
  const busy = await stored({ attempt: 1, startedAt: new Date(), beatAt: new Date() })
  expect(await workOneExport()).toBe(false)
  expect((await job(busy.id)).state).toBe('writing')
  await db().exportJob.delete({ where: { id: busy.id } })
  const bad = await stored({ attempt: 3, startedAt: new Date(), beatAt: new Date(Date.now() - 60_000) })
  await workExports()
  expect(await job(bad.id)).toMatchObject({ state: 'failed', problem: 'internal' })
})

it('a cancelled job makes no file, and a removed file is gone', async () => {
  const waiting = await stored()
  expect((await editor.client.send(exportsPath(`/${waiting.id}`), { method: 'DELETE' })).status).toBe(204)
  await workExports()
  expect((await job(waiting.id)).state).toBe('cancelled')
  const { id, file } = await made({ format: 'csv' })
  expect((await editor.client.send(exportsPath(`/${id}`), { method: 'DELETE' })).status).toBe(204)
  expect((await editor.client.json(file.path)).body.code).toBe('export_gone')
  expect(files().filter((name) => name.startsWith(id) || name.startsWith(waiting.id))).toEqual([])
})

it('two processes that ask at once make a file once, and too many at once are refused', async () => {
  const { id } = await stored()
  const took = await Promise.all([workOneExport(), workOneExport(), workOneExport()])
  expect(took.filter(Boolean)).toHaveLength(1)
  expect((await db().exportJob.findUniqueOrThrow({ where: { id } })).attempt).toBe(1)
  await Promise.all(Array.from({ length: 5 }, () => stored({ beatAt: new Date(), startedAt: new Date() })))
  const refused = await editor.client.json(exportsPath(), { json: { format: 'csv' } })
  expect([refused.status, refused.body.code]).toEqual([429, 'too_many_exports'])
  await db().exportJob.deleteMany({ where: { finishedAt: null } })
})

it('files are gone after seven days, and not before', async () => {
  const { id, file } = await made({ format: 'csv' })
  const after = (days: number) => new Date(Date.now() + days * 86_400_000)
  await sweepExports(after(6.9))
  expect((await editor.client.send(file.path)).status).toBe(200)
  await sweepExports(after(7.1))
  expect((await editor.client.json(file.path)).body.code).toBe('export_not_found')
  expect(files().filter((name) => name.startsWith(id))).toEqual([])
  rmSync(exportsFolder(), { recursive: true, force: true })
  await sweepExports()
})
