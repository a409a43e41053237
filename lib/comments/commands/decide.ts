import { randomInt } from 'node:crypto'
import { db, type Prisma } from '../../platform/db/client'
import { type Problem, refusal, success } from '../../platform/http/problem-codes'
import type { Moderator } from '../../staff/rules/roles'
import { countOthers } from '../queries/others'
import { ESCALATED, type Ground } from '../rules/reasons'
import { type Act, OUTCOME_OF, SECOND_READING_SHARE, transitionRefused } from '../rules/transitions'
import type { DecisionTarget } from '../schema'
import { type LockedComment, lockComment } from './lock-comment'

/** What a moderator decides. A rejection states its ground: there is no default. */
export type Verdict = (({ act: 'reject' } & Ground) | { act: 'publish' | 'escalate' }) & {
  note?: string | undefined
}

/** What another moderator decided meanwhile, shown to the one who came second. */
export type Meanwhile = { outcome: string; by?: string; rule?: string; reason?: string; at: string }

/** The outcome of a decision; after a conflict, with what another moderator decided. */
export type Decided =
  | { ok: true; value: { decision: string; outcome: string } }
  | { ok: false; problem: Problem; meanwhile?: Meanwhile }

const ONE_IN = Math.round(1 / SECOND_READING_SHARE)
/** Draws whether a decision gets a second reading, with the probability SECOND_READING_SHARE. */
export const drawn = () => randomInt(ONE_IN) === 0

const meanwhileOf = (now: LockedComment): Meanwhile => ({
  outcome: now.outcome,
  ...(now.by && { by: now.by }),
  ...(now.rule && !now.by && { rule: now.rule }),
  ...(now.reason && { reason: now.reason }),
  at: (now.at ?? new Date()).toISOString(),
})

/** Returns why this moderator cannot decide this about that comment in its present state; undefined when they can. */
async function refused(
  tx: Prisma.TransactionClient,
  {
    now,
    target,
    act,
    moderator,
  }: { now: LockedComment; target: DecisionTarget; act: Act; moderator: Moderator },
): Promise<Extract<Decided, { ok: false }> | undefined> {
  if (now.withdrawn) return refusal('comment_withdrawn')
  if (now.revision !== target.revision) return refusal('comment_changed')
  if (String(now.seen) !== target.seen)
    return { ...refusal('decided_meanwhile'), meanwhile: meanwhileOf(now) }
  const refusedArrow = transitionRefused(act, now)
  if (refusedArrow) return refusal(refusedArrow)
  if (now.openAppeal && now.staffId === moderator.id && (await countOthers(tx, moderator.id)) > 0)
    return refusal('appeal_needs_another')
  return undefined
}

/** Returns what is stored of a verdict's ground. */
function groundOf(verdict: Verdict) {
  if (verdict.act === 'reject') return { reason: verdict.reason, law: verdict.law ?? null }
  return { reason: verdict.act === 'escalate' ? ESCALATED : null, law: null }
}

/**
 * Stores a blind second reading: what this moderator would have decided. It is kept beside the decision and changes
 * nothing.
 */
async function readAgain(
  tx: Prisma.TransactionClient,
  seen: bigint,
  moderator: Moderator,
  verdict: Verdict,
): Promise<Decided> {
  const { act } = verdict
  await tx.secondReading.update({
    where: { decisionId: seen },
    data: {
      staffId: moderator.id,
      outcome: OUTCOME_OF[act],
      reason: groundOf(verdict).reason,
      at: new Date(),
    },
  })
  return success({ decision: String(seen), outcome: OUTCOME_OF[act] })
}

/**
 * Stores one decision by a person about the revision and the standing decision they saw. In the same transaction it
 * answers open reports and an open appeal. Refusals: `comment_not_found`, `comment_withdrawn`, `comment_changed`,
 * `decided_meanwhile` (with that decision), `appeal_needs_another`, `not_possible_now`; then nothing was written.
 */
export async function decide(
  moderator: Moderator,
  target: DecisionTarget,
  verdict: Verdict,
  isDrawn = drawn,
): Promise<Decided> {
  const { act, note } = verdict
  return db().$transaction(async (tx) => {
    const now = await lockComment(tx, target.comment)
    if (!now) return refusal('comment_not_found')
    const blind = now.secondReading && String(now.seen) === target.seen && now.staffId !== moderator.id
    if (blind && now.seen) return readAgain(tx, now.seen, moderator, verdict)
    const no = await refused(tx, { now, target, act, moderator })
    if (no) return no
    const outcome = OUTCOME_OF[act]
    const decision = await tx.decision.create({
      data: {
        surveyId: now.surveyId,
        commentId: target.comment,
        revision: now.revision,
        outcome,
        staffId: moderator.id,
        rule: now.rule,
        ...groundOf(verdict),
        note: note || null,
        findings: now.findings,
        charterVersion: await newestCharter(tx),
      },
      select: { id: true },
    })
    await tx.comment.update({
      where: { id: target.comment },
      data: { decisionId: decision.id, outcome },
    })
    await answer(tx, target.comment, now, decision.id, act)
    if (
      act !== 'escalate' &&
      now.outcome === 'held' &&
      isDrawn() &&
      (await countOthers(tx, moderator.id)) > 0
    )
      await tx.secondReading.create({ data: { decisionId: decision.id, commentId: target.comment } })
    return success({ decision: String(decision.id), outcome })
  })
}

async function newestCharter(tx: Prisma.TransactionClient) {
  const newest = await tx.charter.aggregate({ _max: { version: true } })
  return newest._max.version
}

async function answer(
  tx: Prisma.TransactionClient,
  comment: string,
  now: LockedComment,
  answerId: bigint,
  act: Act,
) {
  if (now.openReports && act !== 'escalate') {
    await tx.report.updateMany({
      where: { commentId: comment, revision: now.revision, answerId: null },
      data: { answerId },
    })
  }
  if (now.appealId) await tx.appeal.update({ where: { id: now.appealId }, data: { answerId } })
  await tx.claim.deleteMany({ where: { commentId: comment } })
}
