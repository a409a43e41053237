import { createHmac, randomBytes } from 'node:crypto'
import { sign, verify } from './signature'

const ID_BYTES = 16
/** Half a SHA-256: 128 bits keep readers apart at any size, and the key of every ballot stays short. */
const PSEUDONYM_BYTES = 16
const PURPOSE = 'reader'

export const newReaderId = () => randomBytes(ID_BYTES).toString('base64url')

/**
 * A reader id made from what the reader's own page chose for this attempt. When an answer is lost on the
 * way, the page tries again with the same key and is the same reader, so nobody votes twice by accident.
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
