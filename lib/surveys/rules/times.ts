import { TZDate } from '@date-fns/tz'

/** The clock editors see; the database keeps UTC. */
const ZONE = 'Europe/Paris'
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** The moment of a date and time typed in Paris (2026-03-14T09:30); undefined when it is not one. */
export function fromParis(local: string): Date | undefined {
  const parts = LOCAL.exec(local)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0] = parts
  const date = new Date(new TZDate(year, month - 1, day, hours, minutes, ZONE).getTime())
  return toParis(date).startsWith(local.slice(0, 10)) ? date : undefined
}

/** A moment as the field for a date and time takes it, on the clock of Paris. */
export function toParis(date: Date): string {
  const local = new TZDate(date, ZONE)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}T${two(local.getHours())}:${two(local.getMinutes())}`
}
