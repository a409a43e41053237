import { db, LONG_WORK_MS, longDb } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Moderator } from '../../staff/rules/roles'
import { announceCountsChanged } from '../events'
import { type Act, isPossible, stateOf, timesAfter } from '../rules/integrity/state'
import { lockQuarantines, moveQuarantined } from './move-quarantined'

type Done = { by?: Moderator; note?: string }

/** Applies an act. All the quarantine's ballots move in one statement; voters who change one of them wait that long. */
async function act(quarantineId: number, what: Act, { by, note }: Done, now: Date): Promise<Outcome<null>> {
  const known = await db().quarantine.findUnique({ where: { id: quarantineId }, select: { surveyId: true } })
  if (!known) return refusal('not_found')
  const done = await longDb().$transaction(
    async (tx): Promise<Outcome<null>> => {
      await lockQuarantines(tx, known.surveyId)
      const quarantine = await tx.quarantine.findUniqueOrThrow({ where: { id: quarantineId } })
      if (!isPossible(what, stateOf(quarantine))) return refusal('decided_meanwhile')
      // The times first: restored ballots must not find their own quarantine still in force.
      const times = timesAfter(what, quarantine, now)
      await tx.quarantine.update({ where: { id: quarantineId }, data: times })
      const way = what === 'set_aside' ? 'out' : what === 'lifted' ? 'in' : undefined
      const moved = way && (await moveQuarantined(tx, quarantine, way))
      if (moved) {
        const { size, cells } = moved
        await tx.quarantine.update({ where: { id: quarantineId }, data: { size, cells } })
      }
      await tx.quarantineAct.create({
        data: {
          quarantineId,
          act: what,
          staffId: by?.id ?? null,
          note: note || null,
          size: moved?.size ?? 0,
          seq: moved?.seq ?? null,
          at: now,
        },
      })
      return success(null)
    },
    { timeout: LONG_WORK_MS, maxWait: 10_000 },
  )
  if (done.ok) announceCountsChanged([known.surveyId])
  return done
}

/**
 * Sets aside the ballots of a quarantine, lifts it, dismisses a proposal or reopens it. Runs in one transaction with
 * the tally and its history. Refusals: `not_found`; `decided_meanwhile` when its state no longer allows the act.
 */
export const decideQuarantine = (
  moderator: Moderator,
  quarantineId: number,
  what: Act,
  note?: string,
  now = new Date(),
) => act(quarantineId, what, { by: moderator, ...(note && { note }) }, now)

/** Does the same for a rule that an admin has set to act automatically: for the job alone. */
export const setAsideByRule = (quarantineId: number, now = new Date()) =>
  act(quarantineId, 'set_aside', {}, now)
