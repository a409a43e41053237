import type { Rate } from './token-bucket'

/**
 * Limits one network (IPv4 /24, IPv6 /64) in one survey. It allows a lecture hall that answers in the same minute, then
 * 7,200 an hour, which no school or newsroom reaches. Ballots above the limit cost work, and are never refused.
 */
export const NETWORK_RATE: Rate = { burst: 240, perSecond: 2 }

/**
 * Returns the rate of a wider IPv6 prefix, which may send `share` times as much (lib/platform/http/client-address.ts).
 */
export const networkRate = (share: number): Rate => ({
  burst: NETWORK_RATE.burst * share,
  perSecond: NETWORK_RATE.perSecond * share,
})

/** Seconds of a survey's rate that may come at once: the first minute after a push message. */
const BURST_SECONDS = 60
/** Number of surveys assumed to peak at the same time. */
const PEAKS = 4

/** Returns the rate of one survey on a server that stores `perSecond` ballots. */
export const surveyRate = (perSecond: number): Rate => ({ burst: perSecond * BURST_SECONDS, perSecond })
/** Returns the rate of all surveys together. */
export const overallRate = (perSecond: number): Rate => surveyRate(perSecond * PEAKS)

/** Debts in seconds: of the network, the survey, and everything together. */
export type Debts = { network: number; survey: number; overall: number }

/** The cost of a ballot: the level of the work, or the seconds to wait instead. */
export type Overload = { level: 1 | 2 | 3; wait: number; full: boolean }

const SECOND_LEVEL = 30
const THIRD_LEVEL = 120
/** Beyond this overall debt even work does not help: the server would fall over. */
const FULL = 60
const MIN_WAIT = 5
/** Readers who wait longer than this leave. */
const MAX_WAIT = 120

/** Returns the cost of a ballot under these debts; undefined when it is free. */
export function overloadOf({ network, survey, overall }: Debts): Overload | undefined {
  const debt = Math.max(network, survey, overall)
  if (debt === 0) return undefined
  return {
    level: debt > THIRD_LEVEL ? 3 : debt > SECOND_LEVEL ? 2 : 1,
    wait: Math.min(Math.max(Math.ceil(debt), MIN_WAIT), MAX_WAIT),
    full: overall > FULL,
  }
}

/** Rounds of PBKDF2 per try: about 0.6 ms on a desktop, 3 ms on an old phone. */
export const TRY_COST = 2_000
/**
 * Maximum tries by level. On average half are needed: 0.15, 0.6 and 2.4 seconds on a desktop, four to five times that
 * on a phone.
 */
export const MAX_TRIES = { 1: 500, 2: 2_000, 3: 8_000 } as const
