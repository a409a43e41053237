import { db } from '../../platform/db/client'
import type { Moderator } from '../../staff/rules/roles'
import { CLAIM_SECONDS } from '../rules/transitions'
import type { Queue } from '../schema'
import { countQueues } from './queue'

export type LiveComment = {
  comment: string
  /** The decision in force by now; absent while the checks run, or when the comment was withdrawn. */
  seen?: string
  outcome?: string
  by?: string
  claimedBy?: string
}
export type Live = { counts: Record<Queue, number>; comments: LiveComment[] }

type Row = {
  comment: string
  seen: bigint | null
  outcome: string | null
  by: string | null
  withdrawn: boolean
  claimer: string | null
}

/** Returns the state of the comments on a moderator's screen, and how many wait in each queue. */
export async function findLive(moderator: Moderator, comments: string[]): Promise<Live> {
  const [counts, rows] = await Promise.all([
    countQueues(moderator),
    db().$queryRaw<Row[]>`/* findLive */
      SELECT c.id AS comment, c.decision_id AS seen,
        -- A second reading is shown as if nothing had been decided.
        CASE WHEN z.decision_id IS NULL THEN c.outcome::text ELSE 'held' END AS outcome,
        CASE WHEN z.decision_id IS NULL THEN a.name END AS by,
        c.withdrawn_at IS NOT NULL AS withdrawn, h.name AS claimer
      FROM comment c
      LEFT JOIN decision d ON d.id = c.decision_id
      LEFT JOIN staff_account a ON a.id = d.staff_id
      LEFT JOIN second_reading z ON z.decision_id = c.decision_id AND z.outcome IS NULL
        AND d.staff_id <> ${moderator.id}
      LEFT JOIN claim l ON l.comment_id = c.id AND l.staff_id <> ${moderator.id}
        AND l.at > now() - make_interval(secs => ${CLAIM_SECONDS})
      LEFT JOIN staff_account h ON h.id = l.staff_id
      WHERE c.id = ANY (${comments}::uuid[])`,
  ])
  return {
    counts,
    comments: rows.map(({ comment, seen, outcome, by, withdrawn, claimer }) => ({
      comment,
      ...(seen !== null && !withdrawn && { seen: String(seen) }),
      ...(outcome && !withdrawn && { outcome }),
      ...(by && { by }),
      ...(claimer && { claimedBy: claimer }),
    })),
  }
}
