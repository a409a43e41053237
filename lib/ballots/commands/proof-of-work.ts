import { createHmac } from 'node:crypto'
import { CappedMap, type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { env } from '../../platform/runtime/env'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { MAX_TRIES, type Overload, TRY_COST } from '../rules/overload'
import { proofPayload } from '../schema'

/** A slow phone needs a minute; a solution is not kept for later. */
const VALID_MINUTES = 5
/**
 * Limits how many spent solutions are remembered while they are valid. Beyond it, the oldest could be used again: only
 * for the same reader's ballot, which stays one.
 */
const MAX_SPENT = 100_000

const secretFor = (purpose: string) =>
  createHmac('sha256', env().AVIS_SECRET).update(`proof ${purpose}`).digest('base64url')

/** Names the reader in a challenge without revealing the name that the survey's ballots use. */
const nameOf = (reader: Uint8Array) =>
  createHmac('sha256', secretFor('reader')).update(reader).digest('base64url').slice(0, 22)

const spent = () => oncePerProcess('proofs', () => new CappedMap<string, true>({ maxSize: MAX_SPENT }))

/**
 * Creates a challenge for this reader alone (ALTCHA): work that makes up for too many ballots at once. Its solution
 * admits one ballot, however often and to whichever process it is sent.
 */
export function newChallenge(
  reader: Uint8Array,
  { level }: Pick<Overload, 'level'>,
  now = new Date(),
): Promise<Challenge> {
  const most = MAX_TRIES[level]
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: TRY_COST,
    counter: randomInt(most, Math.ceil(most / 10)),
    deriveKey,
    data: { for: nameOf(reader), most },
    expiresAt: new Date(now.getTime() + VALID_MINUTES * 60_000),
    hmacSignatureSecret: secretFor('challenge'),
    hmacKeySignatureSecret: secretFor('key'),
  })
}

/** Returns whether `proof` solves a challenge issued to this reader, in time and for the first time. */
export async function spendProof(proof: string | undefined, reader: Uint8Array): Promise<boolean> {
  const payload = proofPayload.safeParse(proof)
  if (!payload.success) return false
  const { challenge, solution } = payload.data
  const { nonce, data } = challenge.parameters
  if (data.for !== nameOf(reader) || spent().has(nonce)) return false
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: secretFor('challenge'),
    hmacKeySignatureSecret: secretFor('key'),
  })
  return verified && spent().setIfAbsent(nonce, true)
}
