import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { networksOf } from '../http/client-address'
import { env } from '../runtime/env'
import { oncePerProcess } from '../runtime/per-process'
import { db } from './client'
import { limiterStore } from './rate-limit-store'

/** A limit of `points` within `duration` seconds. */
export type RateLimit = { points: number; duration: number }

const limiter = (name: string, { points, duration }: RateLimit) =>
  oncePerProcess(
    `ceiling.${name}.${points}`,
    () => new RateLimiterPostgres({ ...limiterStore, keyPrefix: name, points, duration }),
  )

/** Returns the key stored instead of `value`: neither addresses nor what a person typed are kept. */
const keyOf = (name: string, value: string) =>
  createHmac('sha256', env().AVIS_SECRET).update(`throttle\0${name}\0${value}`).digest('base64url')

/**
 * Consumes points of `value` under the limit `name`, which all processes share. Resolves to the seconds to wait when
 * too few points are left, else to undefined.
 */
export async function take(
  name: string,
  value: string,
  ceiling: RateLimit,
  points = 1,
): Promise<number | undefined> {
  try {
    await limiter(name, ceiling).consume(keyOf(name, value), points)
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}

/** Gives back a point that `take` consumed. */
export const giveBack = (name: string, value: string, ceiling: RateLimit) =>
  limiter(name, ceiling).reward(keyOf(name, value))

/** Deletes everything counted for `value`. */
export const forget = (name: string, value: string, ceiling: RateLimit) =>
  limiter(name, ceiling).delete(keyOf(name, value))

/** Returns the networks in which a client counts, each with its limit. All clients of unknown networks count as one. */
export const networkCeilings = (network: string | undefined, { points, duration }: RateLimit) =>
  networksOf(network ?? 'unknown').map(({ name, share }) => ({
    value: name,
    ceiling: { points: points * share, duration },
  }))

/** Consumes points as `take` does, for a client's network and, with IPv6, for the wider networks around it. */
export async function takeOfNetwork(
  name: string,
  network: string | undefined,
  ceiling: RateLimit,
  points = 1,
): Promise<number | undefined> {
  const waits = await Promise.all(
    networkCeilings(network, ceiling).map((of) => take(name, of.value, of.ceiling, points)),
  )
  const longest = Math.max(0, ...waits.map((seconds) => seconds ?? 0))
  return longest || undefined
}

/** Deletes counts whose window is over. Resolves to their number. */
export const sweepThrottle = async (now = new Date()): Promise<number> =>
  (await db().throttle.deleteMany({ where: { expire: { lt: now.getTime() } } })).count
