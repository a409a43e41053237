import { createHmac, randomBytes } from 'node:crypto'
import { sign, verify } from './signature'

const ID_BYTES = 16
/** Half a SHA-256: 128 bits keep readers apart at any size, and the key of every ballot stays short. */
const PSEUDONYM_BYTES = 16
const PURPOSE = 'reader'

export const newReaderId = () => randomBytes(ID_BYTES).toString('base64url')

/** An attempt stands for its reader: as long as a reader id, so that it cannot be guessed either. */
const ATTEMPT = /^[\w-]{22,200}$/

export const newAttempt = () => newReaderId()

export const isAttempt = (attempt: string) => ATTEMPT.test(attempt)

/**
 * A reader id made from what this reader's page was given for its first vote. When the answer is lost on the way,
 * or the button pressed twice, the same attempt arrives again and is the same reader: nobody votes twice by
 * accident.
 */
export const readerIdOfAttempt = (attempt: string, secret: string) =>
  createHmac('sha256', secret)
    .update(`attempt\0${attempt}`)
    .digest()
    .subarray(0, ID_BYTES)
    .toString('base64url')

export const readerCookie = (id: string, secret: string) => sign(id, PURPOSE, secret)

export const readReaderCookie = (cookie: string | undefined, secret: string) =>
  verify(cookie, PURPOSE, secret)

/** The reader as one survey knows them: HMAC(survey key, id), which no other survey can compare. */
export const pseudonymOf = (surveyKey: Uint8Array, readerId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', surveyKey).update(readerId).digest().subarray(0, PSEUDONYM_BYTES))
