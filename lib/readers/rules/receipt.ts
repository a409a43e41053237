import { createHash, createHmac, randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or copied by hand comes back right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 20 characters are 100 bits: a receipt cannot be guessed, so a plain hash of it can be stored. */
const LENGTH = 20
const GROUP = 5

/** A new receipt code: AB12C-… in four groups of five. */
export const newReceipt = () => receiptFrom(randomBytes(LENGTH))

/** The receipt of a reader's first vote by `attempt`: the same when the answer was lost and the vote sent again. */
export const receiptOfAttempt = (surveyId: number, attempt: string, secret: string) =>
  receiptFrom(createHmac('sha256', secret).update(`receipt\0${surveyId}\0${attempt}`).digest())

/** 256 is a multiple of 32: every character is equally likely. */
function receiptFrom(bytes: Uint8Array): string {
  const characters = Array.from(
    { length: LENGTH },
    (_, index) => ALPHABET[(bytes[index] ?? 0) % ALPHABET.length],
  )
  return Array.from({ length: LENGTH / GROUP }, (_, group) =>
    characters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-')
}

/** The code a person meant by what they typed, or undefined when it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const valid = code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character))
  return valid ? code.match(/.{5}/g)?.join('-') : undefined
}

/** What is stored of a receipt. */
export const hashReceipt = (code: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(code).digest())
