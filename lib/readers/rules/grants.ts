import { z } from 'zod'
import { sign, verify } from './signature'

/**
 * What a receipt opened on this device: for each survey, the reader it belongs to. Kept in a signed cookie,
 * set only by typing a receipt.
 */
export type Grants = Record<string, string>

const PURPOSE = 'grants'
/** A cookie holds 4 KB; a grant takes about 40 bytes. */
const MOST_GRANTS = 40
const grants = z.record(z.string().regex(/^\d+$/), z.string())

export function readGrants(cookie: string | undefined, secret: string): Grants {
  const value = verify(cookie, PURPOSE, secret)
  if (!value) return {}
  return grants.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
}

/** The cookie of `known` and one more; the oldest survey makes room. */
export function grantsCookie(known: Grants, surveyId: number, reader: Uint8Array, secret: string): string {
  const { [surveyId]: _replaced, ...others } = known
  const all = { ...others, [surveyId]: Buffer.from(reader).toString('base64url') }
  const kept = Object.fromEntries(Object.entries(all).slice(-MOST_GRANTS))
  return sign(Buffer.from(JSON.stringify(kept)).toString('base64url'), PURPOSE, secret)
}

export const grantedReader = (known: Grants, surveyId: number): Uint8Array<ArrayBuffer> | undefined => {
  const reader = known[surveyId]
  return reader ? new Uint8Array(Buffer.from(reader, 'base64url')) : undefined
}
