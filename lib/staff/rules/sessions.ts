/** A working week: whoever stole a cookie is out after it, whatever they do. */
export const SESSION_DAYS = 7
export const SESSION_SECONDS = SESSION_DAYS * 24 * 3600
/** A session nobody used since the day before yesterday is over: a browser left open in a library. */
export const IDLE_SECONDS = 48 * 3600
/** «Last seen» is written at most this often, so that reading a page costs no write. */
export const SEEN_EVERY_SECONDS = 60

type Times = { createdAt: Date; lastSeenAt: Date; revokedAt: Date | null }

/** Whether a session still signs its owner in at `now`. */
export const isAlive = ({ createdAt, lastSeenAt, revokedAt }: Times, now: Date) =>
  !revokedAt &&
  now.getTime() - createdAt.getTime() < SESSION_SECONDS * 1000 &&
  now.getTime() - lastSeenAt.getTime() < IDLE_SECONDS * 1000

export const isDueToBeSeen = (lastSeenAt: Date, now: Date) =>
  now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_SECONDS * 1000
