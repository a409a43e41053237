import {
  forget as forgetAll,
  giveBack,
  networkCeilings,
  take,
  takeOfNetwork,
} from '../../platform/db/rate-limit'
import { REPLAY_SECONDS } from '../rules/totp'

const MINUTE = 60
const WINDOW_SECONDS = 15 * MINUTE

export const LIMITS = {
  /** Wrong passwords for one account in its owner's session. */
  own: { points: 10, duration: WINDOW_SECONDS },
  /** Wrong passwords in a browser that this account has signed in from: nobody else spends these. */
  device: { points: 10, duration: WINDOW_SECONDS },
  /** Wrong passwords for one account from everywhere else: guessers of many networks get 9,600 a day, and make only new browsers wait. */
  account: { points: 100, duration: WINDOW_SECONDS },
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

/**
 * Wrong passwords for one account from one network. Who mistypes three or four times meets none of these; who goes on
 * pauses longer each time, for a quarter of an hour, then two hours, then a day.
 */
export const PAUSES = [
  { points: 10, duration: WINDOW_SECONDS },
  { points: 20, duration: 120 * MINUTE },
  { points: 40, duration: 24 * 60 * MINUTE },
] as const

/** Clients behind one address that is a proxy's, or unknown, are many: what one network may take, so many times. */
export const MANY = 10

type From = { network: string | undefined; shared?: boolean }

const networkLimit = (limit: 'network' | 'token', { network, shared }: From) => {
  const { points, duration } = LIMITS[limit]
  return { points: network && !shared ? points : points * MANY, duration }
}

/** Counts one attempt; the seconds to wait when it is one too many. */
export const count = (limit: Limit, value: string): Promise<number | undefined> =>
  take(limit, value, LIMITS[limit])

/** Counts one attempt of a network, and of the wider ones that it is in. */
export const countNetwork = (limit: 'network' | 'token', from: From) =>
  takeOfNetwork(limit, from.network, networkLimit(limit, from))

/** Takes back what `countNetwork` counted for an attempt that was right. */
export async function uncountNetwork(limit: 'network', from: From) {
  for (const { value, ceiling } of networkCeilings(from.network, networkLimit(limit, from)))
    await giveBack(limit, value, ceiling)
}

/** Forgets every attempt counted for `value`. */
export const forget = (limit: Limit, value: string) => forgetAll(limit, value, LIMITS[limit])

/** The pauses of an account's address and a network, each with the name and the key it counts under. */
const pausesOf = (email: string, network: string | undefined) =>
  PAUSES.flatMap((pause, step) =>
    networkCeilings(network, pause).map(({ value, ceiling }) => ({
      name: `pause${step}`,
      value: `${value} ${email}`,
      ceiling,
    })),
  )

/** Counts one attempt at an account from a network; the seconds to wait when it is one too many. */
export async function countPause(email: string, network: string | undefined): Promise<number | undefined> {
  let longest = 0
  for (const { name, value, ceiling } of pausesOf(email, network))
    longest = Math.max(longest, (await take(name, value, ceiling)) ?? 0)
  return longest || undefined
}

/** Forgets the attempts at an account from a network. */
export async function forgetPause(email: string, network: string | undefined) {
  for (const { name, value, ceiling } of pausesOf(email, network)) await forgetAll(name, value, ceiling)
}
