import type { Context } from 'hono'
import { wantsPage } from '../../platform/http/content-type'
import { spendWait } from '../../platform/http/form-drafts'
import type { Problem } from '../../platform/http/problem-codes'
import { env } from '../../platform/runtime/env'
import { newAttempt, pseudonymOf, readerIdOfAttempt } from '../../readers/rules/identity'
import type { SurveyRecord } from '../../surveys/queries/public'
import { newChallenge, spendProof } from '../commands/proof-of-work'
import { type FormFields, WAIT_FIELD } from '../rules/fields'
import type { Overload } from '../rules/load-limits'

/** The header in which a client sends what it solved: `{challenge, solution}` as JSON, in base64. */
const PROOF_HEADER = 'avis-proof'

type Asked = {
  survey: SurveyRecord
  reader: Uint8Array
  /** Whether the next request of this client will be of the same reader. */
  lasting: boolean
  pressure: Overload
  fields: FormFields
}

/** Work is for one reader: a client that says nothing of itself gets the name of the one it will be. */
function lastingReader({ survey, reader, lasting }: Asked) {
  if (lasting) return { reader }
  const idempotencyKey = newAttempt()
  const id = readerIdOfAttempt(idempotencyKey, env().AVIS_SECRET)
  return { reader: pseudonymOf(survey.readerKey, id), idempotencyKey }
}

/**
 * What has to be done before a ballot is taken while too many come; undefined once it was done: a challenge was solved,
 * or a page without JavaScript waited its time.
 */
export async function requireProofOfWork(c: Context, asked: Asked): Promise<Problem | undefined> {
  const { survey, reader, pressure, fields } = asked
  if (pressure.full) return { code: 'too_many_ballots', again: { afterSeconds: pressure.wait } }
  if (await spendProof(c.req.header(PROOF_HEADER), reader)) return undefined
  const waiting = fields.find(([name]) => name === WAIT_FIELD)?.[1]
  const { passes, left } = await spendWait(waiting, survey.id)
  if (passes) return undefined
  const afterSeconds = left ?? pressure.wait
  if (wantsPage(c)) return { code: 'proof_needed', again: { afterSeconds } }
  const { reader: of, ...named } = lastingReader(asked)
  return {
    code: 'proof_needed',
    again: { afterSeconds, challenge: await newChallenge(of, pressure), ...named },
  }
}
