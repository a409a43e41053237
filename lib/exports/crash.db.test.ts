import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { signedIn } from '@/scripts/testing/signed-in'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import type { SurveyRecord } from '../surveys/queries/public'
import { exportsFolder } from './commands/files'
import { sweepExports } from './commands/jobs'
import { workExports } from './commands/run-jobs'
import { FORMAT_NAMES } from './rules/table'

/** Enough for a writing that takes a while and more bytes, also pressed together, than the small disk below has. */
const BALLOTS = 60_000
let survey: SurveyRecord
let staffId: number
beforeAll(async () => {
  survey = await storedSurvey()
  staffId = (await signedIn('editor')).id
  await db().$executeRaw`
    INSERT INTO ballot (survey_id, reader, cells, receipt_hash, cast_at)
    SELECT ${survey.id}, sha256(convert_to('reader ' || n, 'UTF8')), ARRAY['b', 'v1'], sha256(''),
      now() - make_interval(mins => n) FROM generate_series(1, ${BALLOTS}) AS n`
})

const WORKER =
  "import('./lib/exports/commands/run-jobs.ts').then((m) => m.workExports()).then(() => process.exit(0))"
/** A process of its own that makes the files that wait; `blocks` of 1,024 bytes is the most a file of it may have. */
const worker = (blocks?: number) =>
  spawn(
    'sh',
    [
      '-c',
      `${blocks ? `ulimit -f ${blocks * 2}; ` : ''}exec "$0" "$@"`,
      process.execPath,
      '--import',
      'tsx',
      '-e',
      WORKER,
    ],
    { stdio: 'ignore' },
  )
const job = (format: string) =>
  db().exportJob.create({ data: { surveyId: survey.id, staffId, input: { format, table: 'ballots' } } })
const read = (id: string) => db().exportJob.findUniqueOrThrow({ where: { id } })
const files = () => (existsSync(exportsFolder()) ? readdirSync(exportsFolder()) : [])

/** Short beside the writing of a file. */
const POLL_MS = 5

async function until(holds: () => Promise<boolean>) {
  for (let waited = 0; waited < 30_000; waited += POLL_MS) {
    if (await holds()) return
    await sleep(POLL_MS)
  }
  throw new Error('this test waited for nothing')
}

it('a process that is killed in the middle of its writing leaves no half file, and its job is done again', async () => {
  const { id } = await job('csv')
  const child = worker()
  const gone = once(child, 'exit')
  const part = path.join(exportsFolder(), `${id}-1.part`)
  await until(async () => existsSync(part) && statSync(part).size > 0)
  // However fast it writes, it cannot record that it has finished while somebody else holds the row.
  await db().$transaction(
    async (tx) => {
      const [held] = await tx.$queryRaw<{ finished: boolean }[]>`
        SELECT finished_at IS NOT NULL AS finished FROM export_job WHERE id = ${id}::uuid FOR UPDATE`
      expect(held).toEqual({ finished: false })
      child.kill('SIGKILL')
      await gone
    },
    { timeout: 30_000 },
  )
  expect((await read(id)).finishedAt).toBeNull()
  expect(files()).toEqual([`${id}-1.part`])
  await db().exportJob.update({ where: { id }, data: { beatAt: new Date(Date.now() - 31_000) } })
  await workExports()
  expect(await read(id)).toMatchObject({ attempt: 2, rows: BALLOTS, problem: null })
  await sweepExports()
  expect(files()).toEqual([`${id}-2`])
  await db().exportJob.delete({ where: { id } })
  await sweepExports()
})

it('where there is no room left a job of any format fails with a sentence, and leaves nothing', async () => {
  const jobs = await Promise.all(FORMAT_NAMES.map(job))
  const [code] = await once(worker(64), 'exit')
  const problems = await Promise.all(jobs.map(async ({ id }) => (await read(id)).problem))
  expect([code, problems, files()]).toEqual([0, FORMAT_NAMES.map(() => 'disk_full'), []])
})
