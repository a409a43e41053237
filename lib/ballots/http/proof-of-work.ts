import { spendWait } from '../../platform/http/form-drafts'
import type { Problem } from '../../platform/http/problem-codes'
import { env } from '../../platform/runtime/env'
import { newAttempt, pseudonymOf, readerIdOfAttempt } from '../../readers/rules/identity'
import { newChallenge, spendProof } from '../commands/proof-of-work'
import { WAIT_FIELD } from '../rules/fields'
import type { Overload } from '../rules/overload'
import type { Vote } from './read-vote'

/** A vote that costs work or patience. */
export type CostlyVote = Vote & { overload: Overload }

/** Names the reader that the work is for: a client that sends no identity gets the name it will have. */
function lastingReader({ survey, by: { reader, lasting } }: Vote) {
  if (lasting) return { reader }
  const idempotencyKey = newAttempt()
  const id = readerIdOfAttempt(idempotencyKey, env().AVIS_SECRET)
  return { reader: pseudonymOf(survey.readerKey, id), idempotencyKey }
}

/**
 * Returns what must be done before a ballot is accepted while too many come. Returns undefined once it was done: a
 * challenge was solved, or a page without JavaScript waited its time.
 */
export async function requireProofOfWork(vote: CostlyVote): Promise<Problem | undefined> {
  const { context, survey, by, overload, fields } = vote
  if (overload.full) return { code: 'too_many_ballots', again: { afterSeconds: overload.wait } }
  if (await spendProof(context.proof, by.reader)) return undefined
  const waiting = fields.find(([name]) => name === WAIT_FIELD)?.[1]
  const { passes, left } = await spendWait(waiting, survey.id)
  if (passes) return undefined
  const afterSeconds = left ?? overload.wait
  if (context.wantsPage) return { code: 'proof_needed', again: { afterSeconds } }
  const { reader: of, ...named } = lastingReader(vote)
  return {
    code: 'proof_needed',
    again: { afterSeconds, challenge: await newChallenge(of, overload), ...named },
  }
}
