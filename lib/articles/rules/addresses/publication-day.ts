const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
/** Matches ISO 8601, and two forms that pages use too: «+0200» and a space for the T. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/i

/** No article is older than the first newspapers. A form whose field is left at year 1 or 26 sends an earlier one. */
const FIRST_YEAR = 1600

/** Returns whether `date`, whatever its precision, exists in the calendar of newspapers. */
function exists(date: string): boolean {
  const [year = '', month = '01', day = '01'] = date.split('-')
  if (Number(year) < FIRST_YEAR) return false
  const whole = `${year}-${month}-${day}`
  const time = Date.parse(`${whole}T00:00Z`)
  // A day that does not exist rolls over into the next month.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole)
}

/**
 * Returns when an article was published, as precisely as `text` states it: 2026, 2026-03 or 2026-03-14. An instant
 * becomes the day that `dayOf` gives it; a time without a zone is on the newsroom's clock. Returns undefined for anything
 * that is no date, such as 31 February.
 */
export function publicationDay(text: string, dayOf: (at: Date) => string): string | undefined {
  const typed = text.trim()
  if (DATE.test(typed)) return exists(typed) ? typed : undefined
  const [, day = '', clock, zone] = INSTANT.exec(typed) ?? []
  if (!clock || !exists(day)) return undefined
  const offset = (zone ?? 'Z').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const at = new Date(`${day}T${clock}${offset}`)
  if (Number.isNaN(at.getTime())) return undefined
  return zone ? dayOf(at) : day
}
