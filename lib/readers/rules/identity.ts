import { randomBytes } from 'node:crypto'
import { bytesOf, hmacOf } from '../../platform/runtime/hmac'
import { sign, verify } from './signature'

const ID_BYTES = 16
/**
 * Bytes of a pseudonym, half a SHA-256. 128 bits keep readers apart at any size, and the key of every ballot stays
 * short.
 */
const PSEUDONYM_BYTES = 16
const PURPOSE = 'reader'

/** Returns a new random reader id of 128 bits, in base64url. */
export const newReaderId = () => randomBytes(ID_BYTES).toString('base64url')

/** Matches an attempt. It identifies its reader, so it is at least as long as a reader id and as hard to guess. */
const ATTEMPT = /^[\w-]{22,200}$/

/** Returns a new attempt at a first vote. */
export const newAttempt = () => newReaderId()

/** Returns whether a text has the form of an attempt. */
export const isAttempt = (attempt: string) => ATTEMPT.test(attempt)

/**
 * Returns the reader id derived from the attempt that this reader's page received for its first vote. When the answer
 * is lost, or the button is pressed twice, the same attempt arrives a second time. It gives the same reader. So no
 * reader votes twice by accident.
 */
export const readerIdOfAttempt = (attempt: string, secret: string) =>
  Buffer.from(hmacOf(secret).digest(`attempt\0${attempt}`, 'binary').slice(0, ID_BYTES), 'binary').toString(
    'base64url',
  )

/** Returns the signed cookie of a reader id. */
export const readerCookie = (id: string, secret: string) => sign(id, PURPOSE, secret)

/** Returns the reader id in a cookie; undefined when this secret did not sign it. */
export const readReaderCookie = (cookie: string | undefined, secret: string) =>
  verify(cookie, PURPOSE, secret)

/** Returns the reader as one survey knows them: HMAC(survey key, id), which no other survey can compare. */
export const pseudonymOf = (surveyKey: Uint8Array, readerId: string): Uint8Array<ArrayBuffer> =>
  bytesOf(hmacOf(surveyKey).digest(readerId, 'binary'), PSEUDONYM_BYTES)
