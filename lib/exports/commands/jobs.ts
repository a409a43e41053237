import { db } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import type { SurveyRecord } from '../../surveys/queries/public'
import { KEPT_DAYS, MAX_WAITING, TEXT_ERASED } from '../rules/job'
import type { ExportInput } from '../schema'
import { fileName, removeFilesOf, removeOthers } from './files'
import { exportSoon } from './run-jobs'

const UNFINISHED = { finishedAt: null, cancelledAt: null, problem: null }

/** Has a file made in the background. Refusal: `too_many_exports` while enough others are being made. */
export async function startExport(
  editor: Editor,
  survey: SurveyRecord,
  input: ExportInput,
): Promise<Outcome<{ id: string }>> {
  const made = await db().$transaction(async (tx) => {
    // Locked, so that two clicks cannot both count the same free place.
    await tx.$queryRaw`SELECT id FROM survey WHERE id = ${survey.id} FOR UPDATE`
    const waiting = await tx.exportJob.count({ where: { surveyId: survey.id, ...UNFINISHED } })
    if (waiting >= MAX_WAITING) return undefined
    return tx.exportJob.create({
      data: { surveyId: survey.id, staffId: editor.id, input },
      select: { id: true },
    })
  })
  if (!made) return refusal('too_many_exports')
  exportSoon()
  return success(made)
}

/** Stops a job, or removes the file it made. What is stopped or gone already stays so. */
export async function cancelExport(
  _editor: Editor,
  surveyId: number,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { count } = await db().exportJob.updateMany({
    where: { id, surveyId, cancelledAt: null },
    data: { cancelledAt: new Date() },
  })
  if (!count && !(await db().exportJob.count({ where: { id, surveyId } }))) return refusal('export_not_found')
  await removeFilesOf(id)
  return success({ id })
}

/** Removes the files that may hold a text that its author had erased; resolves to how many jobs had one. */
export async function removeErased(): Promise<number> {
  const where = { problem: TEXT_ERASED, sha256: { not: null } }
  const jobs = await db().exportJob.findMany({ where, select: { id: true } })
  for (const { id } of jobs) {
    await removeFilesOf(id)
    await db().exportJob.update({ where: { id }, data: { bytes: null, sha256: null } })
  }
  return jobs.length
}

/** Forgets jobs whose time is over, and every file that belongs to no job. Resolves to how many jobs. */
export async function sweepExports(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const { count } = await db().exportJob.deleteMany({
    where: {
      OR: [
        { finishedAt: { lt: before } },
        { cancelledAt: { lt: before } },
        { problem: { not: null }, createdAt: { lt: before } },
      ],
    },
  })
  const known = await db().exportJob.findMany({
    where: { cancelledAt: null, problem: null },
    select: { id: true, attempt: true },
  })
  await removeOthers(new Set(known.map(({ id, attempt }) => fileName(id, attempt))))
  return count
}
