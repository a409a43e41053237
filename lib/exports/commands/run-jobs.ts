import { rm } from 'node:fs/promises'
import path from 'node:path'
import { db } from '../../platform/db/client'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { nudgeWorker } from '../../platform/runtime/worker-link'
import { log } from '../../platform/telemetry/log'
import { findSurvey } from '../../surveys/queries/public'
import { MAX_ATTEMPTS, problemOf, SILENT_MS } from '../rules/job'
import { exportInput } from '../schema'
import { exportSurvey } from './export-survey'
import { fileName, makeFolder } from './files'

/** How often the page hears of a job, and the job of somebody who stops it. */
const BEAT_MS = 500

type Claimed = { id: string; attempt: number; slug: string; input: unknown }

/** Takes up the oldest job that nobody works on: of several processes, one gets it. */
async function claim(): Promise<Claimed | undefined> {
  const rows = await db().$queryRaw<Claimed[]>`
    UPDATE export_job j SET attempt = attempt + 1, started_at = now(), beat_at = now(), rows = 0, total = NULL
    FROM survey s
    WHERE s.id = j.survey_id AND j.id = (
      SELECT id FROM export_job
      WHERE finished_at IS NULL AND cancelled_at IS NULL AND problem IS NULL
        AND (beat_at IS NULL OR beat_at < now() - make_interval(secs => ${SILENT_MS / 1000}::int))
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING j.id, j.attempt, s.slug, j.input`
  return rows[0]
}

/** Not an error: somebody stopped the job or had one of its texts erased, or another process took it up. */
class Lost extends Error {}

type Progress = {
  rows?: number
  total?: number
  problem?: string
  finishedAt?: Date
  bytes?: number
  sha256?: string
}

/** Writes down how far this attempt is; false once the job is not its own any more. */
async function note({ id, attempt }: Claimed, data: Progress): Promise<boolean> {
  const { count } = await db().exportJob.updateMany({
    where: { id, attempt, cancelledAt: null, problem: null },
    data: { ...data, beatAt: new Date() },
  })
  return count === 1
}

async function make(job: Claimed): Promise<void> {
  const file = path.join(await makeFolder(), fileName(job.id, job.attempt))
  const survey = await findSurvey(job.slug)
  if (!survey) throw new Error('the survey of an export is gone')
  const told: Progress = {}
  let lost = false
  const beat = setInterval(
    () =>
      void note(job, told).then(
        (own) => {
          lost ||= !own
        },
        // One beat that fails is made up for by the next.
        () => undefined,
      ),
    BEAT_MS,
  )
  try {
    const { rows, bytes, sha256 } = await exportSurvey(
      survey,
      exportInput.parse(job.input),
      file,
      (done, total) => {
        if (lost) throw new Lost()
        told.rows = done
        told.total = total
      },
    )
    clearInterval(beat)
    if (!(await note(job, { rows, total: rows, bytes, sha256, finishedAt: new Date() }))) throw new Lost()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    clearInterval(beat)
  }
}

/** Makes the file of one waiting job; false when none waits. */
export async function workOneExport(): Promise<boolean> {
  const job = await claim()
  if (!job) return false
  try {
    if (job.attempt > MAX_ATTEMPTS) throw new Error('an export ended every process that took it up')
    await make(job)
  } catch (error) {
    // A job that was stopped has lost its file in the middle of the writing: that is no failure.
    if (!(error instanceof Lost) && (await note(job, { problem: problemOf(error) })))
      log().error({ err: error, job: job.id }, 'an export failed')
  }
  return true
}

type Working = { running: Promise<void> | undefined }

/** Makes the files that wait, one after the other. A call while that is going on joins it. */
export function workExports(): Promise<void> {
  const state = oncePerProcess<Working>('exports', () => ({ running: undefined }))
  state.running ??= (async () => {
    try {
      while (await workOneExport());
    } finally {
      state.running = undefined
    }
  })()
  return state.running
}

/** Sees to it that a job just asked for begins, in the worker process if there is one. The regular job makes up for it. */
export function exportSoon(): void {
  if (nudgeWorker('exports')) return
  setImmediate(() => workExports().catch((error) => log().error({ err: error }, 'exports could not be made')))
}
