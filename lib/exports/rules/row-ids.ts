import { randomBytes } from 'node:crypto'

/** Hexadecimal digits of an id, 60 bits: two equal ones among a million rows are one chance in two million. */
const DIGITS = 15
/** Random bytes asked for at a time, enough for 1,024 ids: each request costs more than the bytes. */
const POOL_BYTES = DIGITS * 512

/** A letter comes first, so that no program takes an id for a number. */
export const ROW_ID = /^r[0-9a-f]{15}$/
export const ROW_ID_BYTES = 1 + DIGITS

/**
 * Returns a function that gives the next row its id. It is random and derived from nothing, so it leads to no reader and
 * to no row of another export.
 */
export function rowIds(): () => string {
  let pool = ''
  let at = 0
  return () => {
    if (at >= pool.length) {
      pool = randomBytes(POOL_BYTES).toString('hex')
      at = 0
    }
    at += DIGITS
    return `r${pool.slice(at - DIGITS, at)}`
  }
}
