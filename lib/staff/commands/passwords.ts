/** Hashes of passwords. Changing a password is in change-password.ts; ending all access to an account in access.ts. */
import { hash, verify } from '@node-rs/argon2'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { normalised } from '../rules/password'

/**
 * The cost of a hash, from OWASP's Password Storage Cheat Sheet. It is argon2id (this package's default kind) with 19
 * MiB, two passes, one thread. That is about 20 ms of a core: nothing to a person, much to a thief of a table of
 * hashes.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Returns the hash under which a password is stored. */
export const hashPassword = (password: string) => hash(normalised(password), COST)

/** Returns a hash that no password has, at the same cost as real ones. */
const nobodysHash = () =>
  oncePerProcess('staff.nobodysHash', () => hash(crypto.getRandomValues(new Uint8Array(32)), COST))

/**
 * Resolves to whether `password` is the one of `stored`. Where nothing is stored, a hash is verified all the same. So
 * the time of an answer does not reveal whether an address has an account.
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobodysHash()), normalised(password))
  return right && Boolean(stored)
}
