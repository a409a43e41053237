import { createHash, createHmac, randomBytes } from 'node:crypto'
import { ALPHABET, LENGTH } from './typed-receipt'

const GROUP = 5

/** Returns a new receipt code: AB12C-… in four groups of five. */
export const newReceipt = () => receiptFrom(randomBytes(LENGTH))

/**
 * Returns the receipt of a reader's first vote by `attempt`. It stays the same when the answer was lost and the vote
 * sent again.
 */
export const receiptOfAttempt = (surveyId: number, attempt: string, secret: string) =>
  receiptFrom(createHmac('sha256', secret).update(`receipt\0${surveyId}\0${attempt}`).digest())

/** Encodes bytes as a code. 256 is a multiple of 32, so every character is equally likely. */
function receiptFrom(bytes: Uint8Array): string {
  let code = ''
  for (let index = 0; index < LENGTH; index++) {
    if (index && index % GROUP === 0) code += '-'
    code += ALPHABET[(bytes[index] ?? 0) % ALPHABET.length]
  }
  return code
}

/** Returns the hash that is stored in place of a receipt. */
export const hashReceipt = (code: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(code).digest())
