import type { Prisma } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import type { Reach } from '../rules/reach'
import type { TimelineHour } from '../rules/timeline'

type Tx = Pick<Prisma.TransactionClient, '$queryRaw'>

/**
 * Returns what happened in each hour, oldest first. Ballots that count now are in the hour they were first cast, as in
 * the public course. Changes and withdrawals of any ballot are in their own hour. Leaves out other hours.
 */
export const readTimeline = (tx: Tx, surveyId: number): Promise<TimelineHour[]> =>
  tx.$queryRaw<TimelineHour[]>`
    WITH counted AS (
      SELECT hour, sum(ballots)::int AS ballots FROM visit WHERE title_id = ${TITLE} AND survey_id = ${surveyId}
      GROUP BY hour
    ),
    begun AS (
      SELECT date_trunc('hour', cast_at) AS hour, count(*) AS n FROM ballot
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId} GROUP BY 1
    ),
    moved AS (
      SELECT date_trunc('hour', at) AS hour, count(*) FILTER (WHERE cells <> '{}') AS casts,
        count(*) FILTER (WHERE cells = '{}') AS withdrawals
      FROM ballot_event WHERE title_id = ${TITLE} AND survey_id = ${surveyId} GROUP BY 1
    ),
    hours AS (
      SELECT hour, coalesce(ballots, 0) AS ballots,
        greatest(coalesce(casts, 0) - coalesce(n, 0), 0)::int AS changes,
        coalesce(withdrawals, 0)::int AS withdrawals
      FROM counted FULL JOIN moved USING (hour) FULL JOIN begun USING (hour)
    )
    SELECT * FROM hours WHERE ballots > 0 OR changes > 0 OR withdrawals > 0 ORDER BY hour`

/** Returns ballots that count now, by the clock hours between the survey's opening and them. */
export const readElapsed = (tx: Tx, surveyId: number) =>
  tx.$queryRaw<{ elapsed: number; ballots: number }[]>`
    SELECT greatest(floor(extract(epoch FROM v.hour - date_trunc('hour', s.opens_at)) / 3600), 0)::int AS elapsed,
      sum(v.ballots)::int AS ballots
    FROM visit v JOIN survey s ON s.id = v.survey_id
    WHERE v.title_id = ${TITLE} AND v.survey_id = ${surveyId} GROUP BY 1 HAVING sum(v.ballots) > 0 ORDER BY 1`

/** Returns openings, begun forms and ballots that count, by what led to the page. */
export const readReach = (tx: Tx, surveyId: number) =>
  tx.$queryRaw<Reach[]>`
    SELECT source, sum(seen)::int AS seen, sum(started)::int AS started, sum(ballots)::int AS answered
    FROM visit WHERE title_id = ${TITLE} AND survey_id = ${surveyId} GROUP BY source`
