import { db } from '../../lib/platform/db/client'

type Counts = Record<string, number>

/** Returns the tally of a survey, and a recount from its ballots; leaves out cells at 0. */
export async function tallyAndRecount(surveyId: number) {
  const tally = await db().tally.findMany({ where: { surveyId, count: { not: 0 } } })
  const recount = await db().$queryRaw<{ cell: string; count: number }[]>`
    SELECT cell, count(*)::int AS count FROM ballot, unnest(cells) AS cell
    WHERE survey_id = ${surveyId} AND quarantine_id IS NULL GROUP BY cell`
  const [totals] = await db().$queryRaw<{ ballots: number; readers: number }[]>`
    SELECT count(*)::int AS ballots, count(DISTINCT reader)::int AS readers
    FROM ballot WHERE survey_id = ${surveyId} AND cells <> '{}' AND quarantine_id IS NULL`
  const counts = (rows: { cell: string; count: number }[]): Counts =>
    Object.fromEntries(rows.map(({ cell, count }) => [cell, count]))
  return {
    tally: counts(tally),
    recount: counts(recount),
    ballots: totals?.ballots,
    readers: totals?.readers,
  }
}

/** Returns the stored ballots by hour and source, and a recount; leaves out hours at 0. */
export async function courseAndRecount(surveyId: number) {
  const course = await db().visit.findMany({
    where: { surveyId, ballots: { not: 0 } },
    select: { hour: true, source: true, ballots: true },
    orderBy: [{ hour: 'asc' }, { source: 'asc' }],
  })
  const recount = await db().$queryRaw<typeof course>`
    SELECT date_trunc('hour', cast_at) AS hour, coalesce(source, 'unknown') AS source, count(*)::int AS ballots
    FROM ballot WHERE survey_id = ${surveyId} AND cells <> '{}' AND quarantine_id IS NULL
    GROUP BY 1, 2 ORDER BY 1, 2`
  return { course, recount }
}
