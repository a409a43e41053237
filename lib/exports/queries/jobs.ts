import { db } from '../../platform/db/client'
import type { Editor } from '../../staff/rules/roles'
import { downloadName, JOB_PROBLEMS, jobState, KEPT_DAYS, secondsLeft } from '../rules/job'
import { exportInput, type JobView } from '../schema'

/** More than an editor looks at; older files are gone after a week anyway. */
const MAX_SHOWN = 30

type Row = NonNullable<Awaited<ReturnType<typeof readJob>>>
const readJob = (surveyId: number, id: string) =>
  db().exportJob.findFirst({
    where: { id, surveyId },
    include: { staff: { select: { name: true } }, survey: { select: { slug: true } } },
  })

function viewOf(row: Row, now: Date): JobView {
  const input = exportInput.parse(row.input)
  const state = jobState(row)
  const left =
    state === 'writing' && row.startedAt && row.total
      ? secondsLeft(row.rows, row.total, row.startedAt, now)
      : undefined
  return {
    id: row.id,
    state,
    input,
    askedBy: row.staff.name,
    askedAt: row.createdAt.toISOString(),
    rows: row.rows,
    ...(row.total !== null && { total: row.total }),
    ...(left !== undefined && { secondsLeft: left }),
    ...(row.problem && { problem: JOB_PROBLEMS.find((one) => one === row.problem) ?? 'internal' }),
    ...(state === 'ready' &&
      row.finishedAt && {
        file: {
          name: downloadName(row.survey.slug, input),
          path: `/api/v1/surveys/${row.survey.slug}/exports/${row.id}/file`,
          bytes: Number(row.bytes),
          sha256: row.sha256 ?? '',
          until: new Date(row.finishedAt.getTime() + KEPT_DAYS * 86_400_000).toISOString(),
        },
      }),
  }
}

/** The files asked for of a survey, newest first. */
export async function listExports(_editor: Editor, surveyId: number, now = new Date()): Promise<JobView[]> {
  const rows = await db().exportJob.findMany({
    where: { surveyId },
    orderBy: { createdAt: 'desc' },
    take: MAX_SHOWN,
    include: { staff: { select: { name: true } }, survey: { select: { slug: true } } },
  })
  return rows.map((row) => viewOf(row, now))
}

export async function findExport(
  _editor: Editor,
  surveyId: number,
  id: string,
  now = new Date(),
): Promise<{ view: JobView; attempt: number } | undefined> {
  const row = await readJob(surveyId, id)
  return row ? { view: viewOf(row, now), attempt: row.attempt } : undefined
}
