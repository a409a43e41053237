import { MINUTES, memoised } from '../rules/memoise'
import { sharedPieces } from '../rules/row-text'
import { ownPlaces, type Row, type TableRow, type Value } from '../rules/table'
import { BIAS } from './dictionary'
import { elementsOf, type Variable } from './variables'

const CODE = { asItIs: 253, spaces: 254, missing: 255 }
const SMALLEST = 1 - BIAS
const LARGEST = 251 - BIAS
const SPACE = 0x20
/** Seconds from the first day of the Gregorian calendar, from which SPSS counts, to that of Unix. */
const EPOCH_SECONDS = 12_219_379_200
const GROUP = 8
const ELEMENT = 8

/** So many times eight bytes as they are kept: a code for each, and themselves where the code does not tell them. */
type Kept = { code: number; times: number; bytes?: Buffer }

/**
 * Rows as the compressed data of a system file: a byte for every eight, and the eight themselves after each eighth
 * such byte where they are not told by it.
 */
export class Cases {
  private buffer = Buffer.allocUnsafe(64 * 1024)
  private spare = Buffer.allocUnsafe(64 * 1024)
  private length = 0
  /** Where the last group of codes is, and how many it has. */
  private group = 0
  private codes = GROUP
  private readonly places: number[]
  private readonly piecesOf: (shared: Row) => Kept[][]

  constructor(private readonly variables: Variable[]) {
    this.places = ownPlaces(variables.map(({ column }) => column))
    this.piecesOf = sharedPieces(
      variables.map(({ column }) => column),
      (shared, from, to) =>
        variables
          .slice(from, to)
          .flatMap((variable, index) => keptOf(variable, shared[from + index] ?? null)),
    )
  }

  /** Bytes that wait to be taken. */
  get size() {
    return this.length
  }

  add({ shared, own }: TableRow) {
    const pieces = this.piecesOf(shared)
    this.put(pieces[0] ?? [])
    this.places.forEach((place, index) => {
      const variable = this.variables[place]
      if (variable) this.put(keptOf(variable, own[index] ?? null))
      this.put(pieces[index + 1] ?? [])
    })
  }

  /** What is complete so far: all but the last group of codes. Valid until the next time: two buffers take turns. */
  take(): Buffer {
    const end = this.codes === GROUP ? this.length : this.group
    const taken = this.buffer.subarray(0, end)
    const next = this.spare.length < this.buffer.length ? Buffer.allocUnsafe(this.buffer.length) : this.spare
    this.buffer.copy(next, 0, end, this.length)
    this.spare = this.buffer
    this.buffer = next
    this.length -= end
    this.group = 0
    return taken
  }

  /** The rest: codes of 0 say nothing. */
  end(): Buffer {
    while (this.codes < GROUP) this.code(0)
    return this.take()
  }

  private put(kept: Kept[]) {
    for (const { code, times, bytes } of kept) {
      if (!bytes) this.repeat(code, times)
      else
        for (let from = 0; from < bytes.length; from += ELEMENT) {
          this.code(code)
          this.room(ELEMENT)
          // So few bytes are copied sooner one by one than by a call.
          for (let at = from; at < from + ELEMENT; at++) this.buffer[this.length++] = bytes[at] ?? 0
        }
    }
  }

  private repeat(code: number, times: number) {
    if (times === 1) return this.code(code)
    let left = times
    for (; left > 0 && this.codes < GROUP; left--) this.code(code)
    const whole = left - (left % GROUP)
    if (whole) {
      this.room(whole)
      this.buffer.fill(code, this.length, this.length + whole)
      this.length += whole
    }
    for (left -= whole; left > 0; left--) this.code(code)
  }

  private code(code: number) {
    if (this.codes === GROUP) {
      this.room(GROUP)
      this.group = this.length
      this.length += GROUP
      this.codes = 0
    }
    this.buffer[this.group + this.codes++] = code
  }

  private room(size: number) {
    if (this.length + size <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + size))
    this.buffer.copy(larger, 0, 0, this.length)
    this.buffer = larger
  }
}

const MISSING: Kept = { code: CODE.missing, times: 1 }

function keptOf(variable: Variable, value: Value): Kept[] {
  if (variable.width) return textOf(variable, String(value ?? ''))
  if (value === null) return [MISSING]
  const { column, codeOf } = variable
  if (column.kind === 'time') return instant(String(value))
  return [numeric(codeOf ? codeOf.get(String(value)) : Number(value))]
}

function numeric(value: number | undefined): Kept {
  if (value === undefined) return MISSING
  if (Number.isInteger(value) && value >= SMALLEST && value <= LARGEST)
    return { code: value + BIAS, times: 1 }
  const bytes = Buffer.alloc(ELEMENT)
  bytes.writeDoubleLE(value)
  return { code: CODE.asItIs, times: 1, bytes }
}

const instant = memoised(
  (time: string): Kept[] => [numeric(Date.parse(time) / 1000 + EPOCH_SECONDS)],
  MINUTES,
)

function textOf({ segments, width, column }: Variable, text: string): Kept[] {
  const all = segments.reduce((sum, segment) => sum + elementsOf(segment), 0)
  if (!text) return [{ code: CODE.spaces, times: all }]
  const bytes = Buffer.from(text)
  if (bytes.length > width)
    throw new Error(`${column.name} has a text of ${bytes.length} bytes and room for ${width}`)
  // A segment of 255 bytes takes 256, so what is before the last one is a little longer than the text.
  const padded = Buffer.alloc(elementsOf(bytes.length + segments.length) * ELEMENT, SPACE)
  let [from, at] = [0, 0]
  let words = 0
  for (const segment of segments) {
    const part = bytes.subarray(from, from + segment)
    padded.set(part, at)
    if (part.length) words = at / ELEMENT + elementsOf(part.length)
    from += segment
    at += elementsOf(segment) * ELEMENT
    if (from >= bytes.length) break
  }
  return [
    { code: CODE.asItIs, times: words, bytes: padded.subarray(0, words * ELEMENT) },
    { code: CODE.spaces, times: all - words },
  ]
}
