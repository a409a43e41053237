/** The initial tokens of a bucket, and how many return per second. */
export type Rate = { burst: number; perSecond: number }

/** A bucket of tokens; a negative number is a debt. */
export type Bucket = { tokens: number; at: number }

/** Caps a debt in the seconds needed to pay it off: after that, a sender that stops is forgotten. */
const MAX_DEBT_SECONDS = 600

/** Returns a bucket that holds its whole burst. */
export const fullBucket = ({ burst }: Rate, now: number): Bucket => ({ tokens: burst, at: now })

/** Takes a token, at `now` in milliseconds. Returns the seconds until the bucket holds one again: 0 if it held one. */
export function take(bucket: Bucket, { burst, perSecond }: Rate, now: number): number {
  const passed = Math.max(now - bucket.at, 0) / 1000
  const tokens = Math.min(bucket.tokens + passed * perSecond, burst) - 1
  bucket.tokens = Math.max(tokens, -MAX_DEBT_SECONDS * perSecond)
  bucket.at = now
  return Math.max(-bucket.tokens, 0) / perSecond
}
