import type { ReactNode } from 'react'

type Row = { key: string; label: ReactNode; figures: ReactNode[] }

type FigureTableProps = {
  /** The table's name; unnecessary where `labelledBy` refers to a heading beside it. */
  caption?: ReactNode
  labelledBy?: string
  /** The heading of the rows' names, then of each column of figures. */
  columns: [string, ...string[]]
  rows: Row[]
  className?: string
}

/** Renders names on the left and columns of figures on the right: they fit the window of any phone. */
export function FigureTable({ caption, labelledBy, columns, rows, className = '' }: FigureTableProps) {
  const [first, ...others] = columns
  const figure = 'cell py-1 pl-2 text-right align-baseline sm:pl-4'
  return (
    <table
      aria-labelledby={labelledBy}
      className={`w-full border-collapse font-sans text-sm tabular-nums ${className}`}
    >
      {caption && <caption className="pb-1 text-left font-semibold">{caption}</caption>}
      <thead>
        <tr className="text-muted">
          <th scope="col" className="wrap-anywhere py-1 text-left font-normal">
            {first}
          </th>
          {others.map((name) => (
            <th key={name} scope="col" className={`${figure} font-normal`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, figures }) => (
          <tr key={key} className="border-rule border-t">
            <th scope="row" className="wrap-anywhere py-1 pr-3 text-left align-baseline font-normal">
              {label}
            </th>
            {figures.map((shown, index) => (
              <td key={columns[index + 1]} className={figure}>
                {shown}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
