import { hash, verify } from '@node-rs/argon2'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { normalised } from '../rules/password'

/**
 * OWASP's Password Storage Cheat Sheet: argon2id (this package's default kind) with 19 MiB, two passes, one
 * thread. About 20 ms of a core: nothing to a person, much to who has stolen a table of hashes.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(normalised(password), COST)

/** A hash no password has, at the same cost as everybody's. */
const nobodysHash = () =>
  oncePerProcess('staff.nobodysHash', () => hash(crypto.getRandomValues(new Uint8Array(32)), COST))

/**
 * Whether `password` is the one of `stored`. Without one to compare, a hash is verified all the same: the time
 * an answer takes does not tell whether an address has an account.
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobodysHash()), normalised(password))
  return right && Boolean(stored)
}
