import { z } from 'zod'
import { sign, verify } from './signature'

/**
 * What a receipt opened on this device: for each survey, the reader it belongs to. Kept in a signed cookie,
 * set only by typing a receipt.
 */
export type Grants = [surveyId: number, reader: string][]

const PURPOSE = 'grants'
/** A cookie holds 4 KB; a grant takes about 40 bytes. */
const MOST_GRANTS = 40
const grants = z.array(z.tuple([z.int(), z.string()]))

/** Undefined when there is no such cookie, or this secret did not sign it. */
export function readGrants(cookie: string | undefined, secret: string): Grants | undefined {
  const value = verify(cookie, PURPOSE, secret)
  return value ? grants.parse(JSON.parse(Buffer.from(value, 'base64url').toString())) : undefined
}

/** The cookie of `known` and one more, which comes last; the first one makes room. */
export function grantsCookie(known: Grants, surveyId: number, reader: Uint8Array, secret: string): string {
  const others = known.filter(([id]) => id !== surveyId)
  const all: Grants = [...others, [surveyId, Buffer.from(reader).toString('base64url')]]
  return sign(Buffer.from(JSON.stringify(all.slice(-MOST_GRANTS))).toString('base64url'), PURPOSE, secret)
}

export const grantedReader = (known: Grants, surveyId: number): Uint8Array<ArrayBuffer> | undefined => {
  const reader = known.find(([id]) => id === surveyId)?.[1]
  return reader ? new Uint8Array(Buffer.from(reader, 'base64url')) : undefined
}
