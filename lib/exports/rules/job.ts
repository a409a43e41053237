import { LACKS_OF_ROOM } from './format-limits'
import { EXTENSIONS, type FORMAT_NAMES, type TableName } from './table'

/** How long a file is there to be downloaded. */
export const KEPT_DAYS = 7
/** A process that wrote nothing for this long is gone: another takes its job up. */
export const SILENT_MS = 30_000
/** A job that ended this many processes is what ends them. */
export const MAX_ATTEMPTS = 3
/** Files one consultation may have in the making: a click too many is harmless. */
export const MAX_WAITING = 5

export const JOB_STATES = ['waiting', 'writing', 'ready', 'cancelled', 'failed', 'removed'] as const
export type JobState = (typeof JOB_STATES)[number]

/** Set when a text is erased that a file may hold (lib/comments/commands/erase.ts). */
export const TEXT_ERASED = 'text_erased'
/** Why there is no file; each has a sentence. */
export const JOB_PROBLEMS = ['disk_full', ...LACKS_OF_ROOM, 'internal', TEXT_ERASED] as const
type JobProblem = (typeof JOB_PROBLEMS)[number]
/** What ends the making of a file. */
type Failure = Exclude<JobProblem, typeof TEXT_ERASED>

/** What ends an export with a problem of its own. */
export class ExportFailure extends Error {
  constructor(readonly code: Failure) {
    super(code)
  }
}

const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** What went wrong, as an editor is told: a disk or a quota that is full, a file that may not grow further. */
export function problemOf(error: unknown): Failure {
  if (error instanceof ExportFailure) return error.code
  return NO_ROOM.includes(String((error as { code?: unknown }).code)) ? 'disk_full' : 'internal'
}

type Times = {
  startedAt: Date | null
  cancelledAt: Date | null
  finishedAt: Date | null
  problem: string | null
}

export function jobState({ startedAt, cancelledAt, finishedAt, problem }: Times): JobState {
  if (cancelledAt) return 'cancelled'
  if (problem) return problem === TEXT_ERASED ? 'removed' : 'failed'
  if (finishedAt) return 'ready'
  return startedAt ? 'writing' : 'waiting'
}

/** Seconds until the last row, at the pace so far; undefined while nothing can be said. */
export function secondsLeft(rows: number, total: number, startedAt: Date, now: Date): number | undefined {
  const passed = now.getTime() - startedAt.getTime()
  if (rows <= 0 || passed <= 0) return undefined
  return Math.ceil((Math.max(0, total - rows) * passed) / rows / 1000)
}

/** What a downloaded file is called. */
export const downloadName = (
  slug: string,
  { format, table }: { format: (typeof FORMAT_NAMES)[number]; table: TableName },
) =>
  format === 'bundle'
    ? `avis-${slug}.zip`
    : format === 'polis'
      ? `avis-${slug}-polis.zip`
      : `avis-${slug}-${table}.${EXTENSIONS[format]}`
