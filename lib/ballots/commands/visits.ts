import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { log } from '../../platform/telemetry/log'
import type { Source } from '../../readers/rules/sources'

/** Milliseconds that counts wait in the process. A crash loses this much of a count that is not a vote. */
const FLUSH_MS = 4_000
const HOUR_MS = 3600_000

export type VisitKind = 'seen' | 'started'
type Count = { surveyId: number; hour: Date; source: Source; seen: number; started: number }

const counts = () =>
  oncePerProcess('visits', () => ({ waiting: new Map<string, Count>(), flushed: Promise.resolve() }))

function add(count: Count) {
  const { waiting } = counts()
  const key = `${count.surveyId} ${count.hour.getTime()} ${count.source}`
  const known = waiting.get(key)
  if (!known) {
    waiting.set(key, count)
    return
  }
  known.seen += count.seen
  known.started += count.started
}

/**
 * Counts that a reader without an answer opened a survey's page, or began its form, coming from `source`. Sends no
 * query: the counts of some seconds are written together.
 */
export function noteVisit(surveyId: number, source: Source, kind: VisitKind, now = new Date()) {
  if (!counts().waiting.size) setTimeout(() => void flushVisits(), FLUSH_MS).unref()
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  add({ surveyId, hour, source, seen: 0, started: 0, [kind]: 1 })
}

/**
 * Writes what was counted since the last flush, after a flush that is under way. Counts that could not be written wait
 * for the next flush.
 */
export function flushVisits(): Promise<void> {
  counts().flushed = counts().flushed.then(writeCounts)
  return counts().flushed
}

async function writeCounts(): Promise<void> {
  const written = [...counts().waiting.values()]
  counts().waiting = new Map()
  if (!written.length) return
  try {
    // In the order of the key, as the ballots of an hour are counted, so that transactions cannot deadlock.
    await db().$executeRaw`
      INSERT INTO visit AS v (title_id, survey_id, hour, source, seen, started)
      SELECT ${TITLE}::int, * FROM unnest(
        ${written.map(({ surveyId }) => surveyId)}::int[],
        ${written.map(({ hour }) => hour)}::timestamptz[],
        ${written.map(({ source }) => source)}::text[],
        ${written.map(({ seen }) => seen)}::int[],
        ${written.map(({ started }) => started)}::int[]
      ) ORDER BY 2, 3, 4
      ON CONFLICT (title_id, survey_id, hour, source) DO UPDATE
        SET seen = v.seen + excluded.seen, started = v.started + excluded.started`
  } catch (error) {
    log().warn({ err: error }, 'visits could not be counted; they wait')
    setTimeout(() => void flushVisits(), FLUSH_MS).unref()
    for (const count of written) add(count)
  }
}
