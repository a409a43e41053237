import { db } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Moderator } from '../../staff/rules/roles'
import { CLAIM_SECONDS } from '../rules/transitions'

/** The moderator who reads a comment. */
export type Holder = { staffId: number; name: string }

/**
 * Claims the comment for this moderator, unless another one is reading it; returns who is. A claim prevents no
 * decision: it only avoids that two people do the same work.
 */
export async function claimComment(moderator: Moderator, comment: string): Promise<Outcome<Holder>> {
  const [holder] = await db().$queryRaw<Holder[]>`/* claimComment */
    WITH mine AS (
      INSERT INTO claim AS c (comment_id, staff_id, at)
      SELECT id, ${moderator.id}::int, now() FROM comment WHERE id = ${comment}::uuid
      ON CONFLICT (comment_id) DO UPDATE SET staff_id = excluded.staff_id, at = now()
        WHERE c.staff_id = excluded.staff_id OR c.at < now() - make_interval(secs => ${CLAIM_SECONDS})
      RETURNING comment_id, staff_id
    ),
    held AS (
      SELECT staff_id FROM mine
      UNION ALL
      SELECT staff_id FROM claim WHERE comment_id = ${comment}::uuid AND NOT EXISTS (SELECT FROM mine)
    )
    SELECT a.id AS "staffId", a.name FROM held JOIN staff_account a ON a.id = held.staff_id`
  return holder ? success(holder) : refusal('comment_not_found')
}

/** Records that a moderator asked to see what stays hidden until a decision: the author and their answers. */
export async function noteReveal(moderator: Moderator, comment: string): Promise<Outcome<null>> {
  const known = await db().comment.findUnique({ where: { id: comment }, select: { id: true } })
  if (!known) return refusal('comment_not_found')
  await db().reveal.create({ data: { commentId: comment, staffId: moderator.id } })
  return success(null)
}

/**
 * Sets apart what the author of this comment writes in this survey from now on, or ends that. A call that changes
 * nothing is no error.
 */
export async function muteAuthor(
  moderator: Moderator,
  comment: string,
  muted: boolean,
  now = new Date(),
): Promise<Outcome<{ muted: boolean }>> {
  const found = await db().comment.findUnique({
    where: { id: comment },
    select: { surveyId: true, reader: true },
  })
  if (!found) return refusal('comment_not_found')
  const standing = { ...found, liftedAt: null }
  const active = await db().mute.count({ where: standing })
  if (muted && !active) await db().mute.create({ data: { ...found, staffId: moderator.id } })
  if (!muted) await db().mute.updateMany({ where: standing, data: { liftedAt: now, liftedBy: moderator.id } })
  return success({ muted })
}

/** Deletes expired claims. Resolves to how many. */
export const sweepClaims = async (now = new Date()): Promise<number> =>
  (await db().claim.deleteMany({ where: { at: { lt: new Date(now.getTime() - CLAIM_SECONDS * 1000) } } }))
    .count
