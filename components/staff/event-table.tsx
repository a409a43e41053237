import type { ReactNode } from 'react'
import { useFormat } from '@/components/ui/use-format'

type Event = { key: string; at: Date; who: ReactNode; what: ReactNode }

type EventTableProps = {
  labelledBy: string
  heads: { when: string; who: string; what: string }
  events: Event[]
}

/** Lists what was done here, by whom and when, in the given order. */
export function EventTable({ labelledBy, heads, events }: EventTableProps) {
  const format = useFormat()
  return (
    <table aria-labelledby={labelledBy} className="w-full border-collapse text-left font-sans text-sm">
      <thead>
        <tr className="border-rule border-b">
          {(['when', 'who', 'what'] as const).map((head) => (
            <th key={head} scope="col" className="cell py-2 pr-3 font-semibold">
              {heads[head]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map(({ key, at, who, what }) => (
          <tr key={key} className="border-rule border-b align-baseline">
            <td className="cell py-2 pr-3 tabular-nums">
              <time dateTime={at.toISOString()}>
                {format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })}
              </time>
            </td>
            <td className="cell py-2 pr-3">{who}</td>
            <td className="cell py-2">{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
