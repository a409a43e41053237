import { forget as forgetAll, giveBack, networkCeilings, take, takeOfNetwork } from '../../ceiling'
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

/** Counts one attempt; the seconds to wait when it is one too many. */
export const count = (limit: Limit, value: string): Promise<number | undefined> =>
  take(limit, value, LIMITS[limit])

/** Counts one attempt of a network, and of the wider ones that it is in. */
export const countNetwork = (limit: 'network' | 'token', network: string | undefined) =>
  takeOfNetwork(limit, network, LIMITS[limit])

/** Takes back what `countNetwork` counted for an attempt that was right. */
export async function uncountNetwork(limit: 'network', network: string | undefined) {
  for (const { value, ceiling } of networkCeilings(network, LIMITS[limit]))
    await giveBack(limit, value, ceiling)
}

/** Forgets every attempt counted for `value`. */
export const forget = (limit: Limit, value: string) => forgetAll(limit, value, LIMITS[limit])
