import { useFormat } from '@/components/ui/use-format'

const PARTS = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
] as const

/** Renders a date as precisely as it is known: «2025», «janvier 2025» or «24 janvier 2025». */
export function PublicationDate({ on }: { on: string }) {
  const format = useFormat()
  const precision = PARTS[on.split('-').length - 1] ?? PARTS[2]
  return <time dateTime={on}>{format.dateTime(new Date(on), { ...precision, timeZone: 'UTC' })}</time>
}
