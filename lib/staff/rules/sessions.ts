/**
 * Days that a session lasts at most, a working week. A stolen cookie stops working after it, whatever its thief does.
 */
export const SESSION_DAYS = 7
/** The same in seconds. */
export const SESSION_SECONDS = SESSION_DAYS * 24 * 3600
/** Seconds after which an unused session ends, two days: a browser left open in a library. */
export const IDLE_SECONDS = 48 * 3600
/** Seconds between two writes of «last seen» at least, so that reading a page costs no write. */
export const SEEN_EVERY_SECONDS = 60

type Times = { createdAt: Date; lastSeenAt: Date; revokedAt: Date | null }

/** Returns whether a session still signs its owner in at `now`. */
export const isAlive = ({ createdAt, lastSeenAt, revokedAt }: Times, now: Date) =>
  !revokedAt &&
  now.getTime() - createdAt.getTime() < SESSION_SECONDS * 1000 &&
  now.getTime() - lastSeenAt.getTime() < IDLE_SECONDS * 1000

/** Returns whether «last seen» is old enough to be written again. */
export const isDueToBeSeen = (lastSeenAt: Date, now: Date) =>
  now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_SECONDS * 1000
