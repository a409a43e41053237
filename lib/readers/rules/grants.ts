import { z } from 'zod'
import { sign, verify } from './signature'

/**
 * What receipts opened on this device: for each survey, the reader to whom it belongs. It is kept in a signed cookie,
 * set only when a receipt is typed.
 */
export type Grants = [surveyId: number, reader: string][]

const PURPOSE = 'grants'
/** Limits the grants in a cookie: it holds 4 KB, and a grant takes about 40 bytes. */
const MAX_GRANTS = 40
const grants = z.array(z.tuple([z.int(), z.string()]))

/** Returns the grants in a cookie; undefined when there is no such cookie, or this secret did not sign it. */
export function readGrants(cookie: string | undefined, secret: string): Grants | undefined {
  const value = verify(cookie, PURPOSE, secret)
  return value ? grants.parse(JSON.parse(Buffer.from(value, 'base64url').toString())) : undefined
}

/** Returns the cookie of `known` and one more grant, which comes last. Beyond the limit the first grant is dropped. */
export function grantsCookie(known: Grants, surveyId: number, reader: Uint8Array, secret: string): string {
  const others = known.filter(([id]) => id !== surveyId)
  const all: Grants = [...others, [surveyId, Buffer.from(reader).toString('base64url')]]
  return sign(Buffer.from(JSON.stringify(all.slice(-MAX_GRANTS))).toString('base64url'), PURPOSE, secret)
}

/** Returns the reader whose receipt was typed here for the survey. */
export const grantedReader = (known: Grants, surveyId: number): Uint8Array<ArrayBuffer> | undefined => {
  const reader = known.find(([id]) => id === surveyId)?.[1]
  return reader ? new Uint8Array(Buffer.from(reader, 'base64url')) : undefined
}
