/** Tokens to begin with, and how fast they come back. */
export type Rate = { burst: number; perSecond: number }

/** Below nothing it is in debt. */
export type Bucket = { tokens: number; at: number }

/** A debt that would take longer to pay off is not counted: whoever stops is forgotten after that. */
const LONGEST_DEBT_SECONDS = 600

export const fullBucket = ({ burst }: Rate, now: number): Bucket => ({ tokens: burst, at: now })

/**
 * Takes a token, at `now` in milliseconds. Returns how many seconds the bucket needs to have one again: 0 while there
 * was one.
 */
export function take(bucket: Bucket, { burst, perSecond }: Rate, now: number): number {
  const passed = Math.max(now - bucket.at, 0) / 1000
  const tokens = Math.min(bucket.tokens + passed * perSecond, burst) - 1
  bucket.tokens = Math.max(tokens, -LONGEST_DEBT_SECONDS * perSecond)
  bucket.at = now
  return Math.max(-bucket.tokens, 0) / perSecond
}
