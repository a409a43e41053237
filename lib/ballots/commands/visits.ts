import { db } from '../../platform/db/client'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { log } from '../../platform/telemetry/log'
import type { Source } from '../../readers/rules/sources'

/** Counts wait this long in the process; what a crash loses is this much of a count that is no vote. */
const FLUSH_MS = 4_000
const HOUR_MS = 3600_000

export type VisitKind = 'seen' | 'started'
type Count = { surveyId: number; hour: Date; source: Source; seen: number; started: number }

const counts = () => oncePerProcess('visits', () => ({ waiting: new Map<string, Count>() }))

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
 * Counts that a survey's page was opened by somebody who has not answered yet, or its form begun, by a reader who came
 * from `source`. No query: the counts of some seconds are written together.
 */
export function noteVisit(surveyId: number, source: Source, kind: VisitKind, now = new Date()) {
  if (!counts().waiting.size) setTimeout(() => void flushVisits(), FLUSH_MS).unref()
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  add({ surveyId, hour, source, seen: 0, started: 0, [kind]: 1 })
}

/** Writes what was counted since the last time. What could not be written waits for the next. */
export async function flushVisits(): Promise<void> {
  const written = [...counts().waiting.values()]
  counts().waiting = new Map()
  if (!written.length) return
  try {
    // In the order of the key, as the ballots of an hour are counted: nobody waits in a ring.
    await db().$executeRaw`
      INSERT INTO visit AS v (survey_id, hour, source, seen, started)
      SELECT * FROM unnest(
        ${written.map(({ surveyId }) => surveyId)}::int[],
        ${written.map(({ hour }) => hour)}::timestamptz[],
        ${written.map(({ source }) => source)}::text[],
        ${written.map(({ seen }) => seen)}::int[],
        ${written.map(({ started }) => started)}::int[]
      ) ORDER BY 1, 2, 3
      ON CONFLICT (survey_id, hour, source) DO UPDATE
        SET seen = v.seen + excluded.seen, started = v.started + excluded.started`
  } catch (error) {
    log().warn({ err: error }, 'visits could not be counted; they wait')
    setTimeout(() => void flushVisits(), FLUSH_MS).unref()
    for (const count of written) add(count)
  }
}
