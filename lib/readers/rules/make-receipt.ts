import { hash, randomBytes } from 'node:crypto'
import { bytesOf, hmacOf } from '../../platform/runtime/hmac'
import { ALPHABET, LENGTH } from './typed-receipt'

const GROUP = 5
/** A code with the hyphens between its groups: every vote writes its letters here. */
const CODE = Buffer.alloc(LENGTH + LENGTH / GROUP - 1, '-')

/** Returns a new receipt code: AB12C-… in four groups of five. */
export const newReceipt = () => receiptFrom(randomBytes(LENGTH))

/**
 * Returns the receipt of a reader's first vote by `attempt`. It stays the same when the answer was lost and the vote
 * sent again.
 */
export const receiptOfAttempt = (surveyId: number, attempt: string, secret: string) =>
  receiptFrom(bytesOf(hmacOf(secret).digest(`receipt\0${surveyId}\0${attempt}`, 'binary')))

/** Encodes bytes as a code. 256 is a multiple of 32, so every character is equally likely. */
function receiptFrom(bytes: Uint8Array): string {
  for (let index = 0; index < LENGTH; index++)
    CODE[index + Math.floor(index / GROUP)] = ALPHABET.charCodeAt((bytes[index] ?? 0) % ALPHABET.length)
  return CODE.toString('latin1')
}

/** Returns the hash that is stored in place of a receipt, in hex. */
export const receiptHashOf = (code: string): string => hash('sha256', code, 'hex')

/** Returns the same as bytes. */
export const hashReceipt = (code: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(receiptHashOf(code), 'hex'))
