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

/** The limits of attempts, as points per seconds. */
export const LIMITS = {
  /** Wrong passwords for one account in its owner's session. */
  own: { points: 10, duration: WINDOW_SECONDS },
  /** Wrong passwords in a browser from which this account has signed in: no other client uses up these. */
  device: { points: 10, duration: WINDOW_SECONDS },
  /**
   * Wrong passwords for one account from all other browsers. Guessers on many networks get 9,600 a day, and make only
   * new browsers wait.
   */
  account: { points: 100, duration: WINDOW_SECONDS },
  /**
   * Attempts from one network: enough for a newsroom's whole Monday morning, and a bound on one guesser of many
   * addresses.
   */
  network: { points: 60, duration: WINDOW_SECONDS },
  /** Wrong codes for one account: at three valid codes in a million, a guesser needs years. */
  code: { points: 5, duration: WINDOW_SECONDS },
  /**
   * Wrong API tokens from one network: enough for a script that sends an expired one every minute, too few for
   * guessing.
   */
  token: { points: 60, duration: WINDOW_SECONDS },
  /** Uses of one code: it counts once (RFC 6238, 5.2), in any process. */
  used: { points: 1, duration: REPLAY_SECONDS },
} as const
/** The name of a limit. */
export type Limit = keyof typeof LIMITS

/**
 * The limits of wrong passwords for one account from one network. A person who mistypes three or four times meets none
 * of them. Further mistakes pause longer each time: a quarter of an hour, then two hours, then a day.
 */
export const PAUSES = [
  { points: 10, duration: WINDOW_SECONDS },
  { points: 20, duration: 120 * MINUTE },
  { points: 40, duration: 24 * 60 * MINUTE },
] as const

/** Multiplies a network's limit where its address is a proxy's, or unknown: many clients stand behind it. */
export const MANY = 10

type From = { network: string | undefined; shared?: boolean }

const networkLimit = (limit: 'network' | 'token', { network, shared }: From) => {
  const { points, duration } = LIMITS[limit]
  return { points: network && !shared ? points : points * MANY, duration }
}

/** Counts one attempt. Resolves to the seconds to wait when it exceeds the limit. */
export const count = (limit: Limit, value: string): Promise<number | undefined> =>
  take(limit, value, LIMITS[limit])

/** Counts one attempt of a network, and of the wider ones that contain it. */
export const countNetwork = (limit: 'network' | 'token', from: From) =>
  takeOfNetwork(limit, from.network, networkLimit(limit, from))

/** Subtracts what `countNetwork` counted for an attempt that succeeded. */
export async function uncountNetwork(limit: 'network', from: From) {
  for (const { value, ceiling } of networkCeilings(from.network, networkLimit(limit, from)))
    await giveBack(limit, value, ceiling)
}

/** Deletes every attempt counted for `value`. */
export const forget = (limit: Limit, value: string) => forgetAll(limit, value, LIMITS[limit])

/** Returns the pauses of an account's address and a network, each with the name and key under which it counts. */
const pausesOf = (email: string, network: string | undefined) =>
  PAUSES.flatMap((pause, step) =>
    networkCeilings(network, pause).map(({ value, ceiling }) => ({
      name: `pause${step}`,
      value: `${value} ${email}`,
      ceiling,
    })),
  )

/** Counts one attempt at an account from a network. Resolves to the seconds to wait when it exceeds a limit. */
export async function countPause(email: string, network: string | undefined): Promise<number | undefined> {
  let longest = 0
  for (const { name, value, ceiling } of pausesOf(email, network))
    longest = Math.max(longest, (await take(name, value, ceiling)) ?? 0)
  return longest || undefined
}

/** Deletes the attempts counted at an account from a network. */
export async function forgetPause(email: string, network: string | undefined) {
  for (const { name, value, ceiling } of pausesOf(email, network)) await forgetAll(name, value, ceiling)
}
