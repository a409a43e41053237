import { z } from 'zod'
import { oncePerProcess } from './per-process'

/**
 * Returns whether `name` is a zone of the IANA time zone database. An offset such as +01:00 is none: it knows no summer
 * time.
 */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Checks the setting AVIS_TIME_ZONE. */
export const timeZoneSetting = z
  .string()
  .refine(isTimeZone, 'no time zone of the IANA database, such as Europe/Paris or America/Toronto')
  .default('Europe/Paris')

/**
 * Returns the newsroom's time zone, AVIS_TIME_ZONE, checked once. It is read without the other settings, since dates are
 * also formatted where there is no database. Throws with the name of the setting where it is no time zone.
 */
export function newsroomZone(): string {
  return oncePerProcess('zone', () => {
    const checked = timeZoneSetting.safeParse(process.env.AVIS_TIME_ZONE || undefined)
    if (checked.success) return checked.data
    throw new Error(`AVIS_TIME_ZONE: ${checked.error.issues[0]?.message}`)
  })
}
