/** Maximum seconds that a site's wish to wait is granted: a day. */
export const MAX_RETRY_AFTER = 24 * 3600

const DIGITS = /^\d+$/
/** The three forms of a date in HTTP; the last one names no zone, and means GMT (RFC 9110, 5.6.7). */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT|[A-Z][a-z]+, \d\d-[A-Z][a-z]{2}-\d\d [\d:]{8} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/

/**
 * Returns the seconds for which a Retry-After header asks a client to wait (RFC 9110, 10.2.3), at most MAX_RETRY_AFTER.
 * Undefined where it holds neither a number of seconds nor a date, or a date in the past.
 */
export function retryAfterSeconds(header: string, now: Date): number | undefined {
  const given = header.trim()
  if (DIGITS.test(given)) return Math.min(Number(given), MAX_RETRY_AFTER)
  if (!HTTP_DATE.test(given)) return undefined
  const at = Date.parse(given.endsWith('GMT') ? given : `${given} GMT`)
  const seconds = Math.ceil((at - now.getTime()) / 1000)
  return seconds >= 0 ? Math.min(seconds, MAX_RETRY_AFTER) : undefined
}
