import { dateIn } from '../reading/date'
import { plain } from '../reading/plain'

/** A day and a month as numbers: which is which depends on the country. */
const AMBIGUOUS = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/
const CLOCK = /\b([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*(Z|[+-]\d{2}:?\d{2})?/
/** Maximum characters of a date that are read. */
const MAX_DATE = 60

/**
 * Returns the milliseconds of a date as feeds write them: ISO 8601, RFC 822, and the latter with names of days, months or
 * zones that no standard has («mar., 03 mars 2026 08:00:00 CEST»). A zone without an offset is read as UTC, which is near
 * enough to sort entries. NaN for what is no date, and for one that can be read two ways.
 */
export function feedTime(given: string): number {
  const said = given.slice(0, MAX_DATE)
  if (AMBIGUOUS.test(said)) return Number.NaN
  const exact = Date.parse(said)
  if (!Number.isNaN(exact)) return exact
  const day = dateIn(plain(said))
  if (day === undefined) return Number.NaN
  const [, hours = '0', minutes = '00', seconds = '00', zone = 'Z'] = CLOCK.exec(said) ?? []
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  return Date.parse(`${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}${offset}`)
}
