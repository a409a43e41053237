import { MINUTES, memoised } from '../rules/memoise'
import { sharedPieces } from '../rules/row-text'
import { ownPlaces, type Row, type TableRow, type Value } from '../rules/table'
import { Compressed } from './compressed'
import { elementsOf, type Variable } from './variables'

/** Seconds from the first day of the Gregorian calendar, from which SPSS counts, to that of Unix. */
const EPOCH_SECONDS = 12_219_379_200
/** Bytes of UTF-8 that a unit of UTF-16 takes at most. */
const WIDEST = 3

/** A cell as the file has it: a number, missing where it is undefined, or a text. */
type Cell = number | string | undefined
/** A variable, and of how many times eight bytes each case has of it. */
type Place = { variable: Variable; elements: number }

/** Rows as the compressed data of a system file. */
export class Cases {
  private readonly data = new Compressed()
  private readonly places: Place[]
  private readonly own: Place[]
  private readonly piecesOf: (shared: Row) => Cell[][]
  /** The bytes of the text that is being written. */
  private text = Buffer.allocUnsafe(1024)

  constructor(variables: Variable[]) {
    const columns = variables.map(({ column }) => column)
    this.places = variables.map((variable) => ({
      variable,
      elements: variable.segments.reduce((sum, segment) => sum + elementsOf(segment), 0),
    }))
    this.own = ownPlaces(columns).flatMap((place) => this.places[place] ?? [])
    this.piecesOf = sharedPieces(columns, (shared, from, to) =>
      variables.slice(from, to).map((variable, index) => cellOf(variable, shared[from + index] ?? null)),
    )
  }

  /** Bytes that wait to be taken. */
  get size() {
    return this.data.size
  }

  add({ shared, own }: TableRow) {
    const pieces = this.piecesOf(shared)
    let at = this.putShared(pieces[0] ?? [], 0)
    for (let index = 0; index < this.own.length; index++) {
      const place = this.own[index] as Place
      this.put(place, cellOf(place.variable, own[index] ?? null))
      at = this.putShared(pieces[index + 1] ?? [], at + 1)
    }
  }

  /** Returns what is complete so far, valid until the next but one is taken. */
  take(): Buffer {
    return this.data.take()
  }

  end(): Buffer {
    return this.data.end()
  }

  /** Adds the cells of a piece whose first is in the column `from`; returns the column behind it. */
  private putShared(cells: Cell[], from: number): number {
    for (let index = 0; index < cells.length; index++)
      this.put(this.places[from + index] as Place, cells[index])
    return from + cells.length
  }

  private put(place: Place, cell: Cell) {
    if (typeof cell === 'string') this.putText(place, cell)
    else this.data.number(cell)
  }

  private putText({ variable: { segments, width, column }, elements }: Place, text: string) {
    if (!text) return this.data.spaces(elements)
    if (text.length * WIDEST > this.text.length) this.text = Buffer.allocUnsafe(text.length * WIDEST)
    const bytes = this.text.write(text)
    if (bytes > width) throw new Error(`${column.name} has a text of ${bytes} bytes and room for ${width}`)
    let [from, written] = [0, 0]
    for (const segment of segments) {
      const to = Math.min(from + segment, bytes)
      this.data.text(this.text, from, to)
      written += elementsOf(to - from)
      from = to
      if (from === bytes) break
    }
    this.data.spaces(elements - written)
  }
}

const secondsOf = memoised((time: string) => Date.parse(time) / 1000 + EPOCH_SECONDS, MINUTES)

/** Returns the seconds of a time. Most ballots were never changed, so both their times are one text. */
const instant = (() => {
  let [last, seconds] = ['', 0]
  return (time: string) => {
    if (time !== last) [last, seconds] = [time, secondsOf(time)]
    return seconds
  }
})()

function cellOf({ width, column, codeOf }: Variable, value: Value): Cell {
  if (width) return String(value ?? '')
  if (value === null) return undefined
  if (column.kind === 'time') return instant(String(value))
  return codeOf ? codeOf.get(String(value)) : Number(value)
}
