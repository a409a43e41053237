import { timingSafeEqual } from 'node:crypto'
import { hmacOf } from '../../platform/runtime/hmac'
import { newReaderId } from './identity'
import { letterOf, type Source, sourceOfLetter } from './sources'

/**
 * What a form reports about itself when it comes back. That is when its page was rendered, in milliseconds, and what led
 * the reader there.
 */
export type FormToken = { issuedAt: number; source: Source }

/** The current secret, which signs, and the previous ones, which signed before it. */
export type Secrets = readonly [now: string, ...before: string[]]

/** Characters of the time, in seconds and base 36: enough until the year 4453. */
const TIME_LENGTH = 7
/** Characters of the signature, 96 bits: a forged token would only claim a time and a source. */
const MAC_LENGTH = 16
const SHAPE = new RegExp(`^([\\w-]{22})([0-9a-z]{${TIME_LENGTH}})([a-z])([\\w-]{${MAC_LENGTH}})$`)

const GIVEN = Buffer.alloc(MAC_LENGTH)
const EXPECTED = Buffer.alloc(MAC_LENGTH)

const macOf = (signed: string, secret: string) =>
  hmacOf(secret).digest(`form\0${signed}`, 'base64url').slice(0, MAC_LENGTH)

/**
 * Returns a new attempt at a first vote (identity.ts) that carries, signed, when its page was opened and from where. It
 * is drawn for one rendering of one page and must never be issued twice: its holder is that reader.
 */
export function newFormToken({ issuedAt, source }: FormToken, secret: string): string {
  const seconds = Math.floor(issuedAt / 1000)
  const signed = `${newReaderId()}${seconds.toString(36).padStart(TIME_LENGTH, '0')}${letterOf(source)}`
  return signed + macOf(signed, secret)
}

/**
 * Returns what `attempt` reports about its form. Returns undefined when it is a key of a client's own, or not signed by
 * us.
 */
export function readFormToken(attempt: string, secret: string): FormToken | undefined {
  const [, , seconds, letter] = SHAPE.exec(attempt) ?? []
  const source = letter && sourceOfLetter(letter)
  if (!seconds || !source) return undefined
  // Both have the length of the shape. The buffers are kept: every vote compares one pair.
  GIVEN.write(attempt.slice(-MAC_LENGTH), 'binary')
  EXPECTED.write(macOf(attempt.slice(0, -MAC_LENGTH), secret), 'binary')
  if (!timingSafeEqual(GIVEN, EXPECTED)) return undefined
  return { issuedAt: Number.parseInt(seconds, 36) * 1000, source }
}

/**
 * Returns which of `secrets` derives the reader and the receipt of `attempt`: the one that signed its form. A form that
 * was open while the secret changed then still belongs to one reader. An
 * `Idempotency-Key` that a client made uses the current secret.
 */
export const secretOf = (attempt: string, [now, ...before]: Secrets): string =>
  before.find((secret) => readFormToken(attempt, secret)) ?? now
