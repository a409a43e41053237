import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '../../env'
import { limiterStore } from '../../limiter'
import { oncePerProcess } from '../../process'
import { REPLAY_SECONDS } from '../rules/totp'

const WINDOW_SECONDS = 15 * 60
export const LIMITS = {
  /** Wrong passwords for one address. People mistype three or four times; a guesser gets 960 a day. */
  account: { points: 10, duration: WINDOW_SECONDS },
  /** Attempts from one network: a newsroom's whole Monday morning, and one guesser over many addresses. */
  network: { points: 60, duration: WINDOW_SECONDS },
  /** Wrong codes for one account: at three valid codes in a million, years of guessing. */
  code: { points: 5, duration: WINDOW_SECONDS },
  /** Wrong API tokens from one network: a script with an old one that asks every minute, and no guesser. */
  token: { points: 60, duration: WINDOW_SECONDS },
  /** A code counts once (RFC 6238, 5.2), in whichever process it is given. */
  used: { points: 1, duration: REPLAY_SECONDS },
} as const
export type Limit = keyof typeof LIMITS

const limiter = (limit: Limit) =>
  oncePerProcess(
    `staff.limiter.${limit}`,
    () =>
      new RateLimiterPostgres({
        ...limiterStore,
        keyPrefix: limit,
        ...LIMITS[limit],
      }),
  )

/** Stored instead of `value`: neither addresses nor what somebody typed are kept. */
const keyOf = (limit: Limit, value: string) =>
  createHmac('sha256', env().AVIS_SECRET).update(`throttle\0${limit}\0${value}`).digest('base64url')

/** Counts one attempt; the seconds to wait when it is one too many. */
export async function count(limit: Limit, value: string): Promise<number | undefined> {
  try {
    await limiter(limit).consume(keyOf(limit, value))
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}

/** Takes back what `count` counted for an attempt that was right. */
export const uncount = (limit: Limit, value: string) => limiter(limit).reward(keyOf(limit, value))

/** Forgets every attempt counted for `value`. */
export const forget = (limit: Limit, value: string) => limiter(limit).delete(keyOf(limit, value))
