import type { Row, Value } from '../rules/table'
import { Bytes } from './bytes'
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

/**
 * Rows as the compressed data of a system file: a byte for every eight, and the eight themselves after each eighth
 * such byte where they are not told by it.
 */
export class Cases {
  private readonly out = new Bytes()
  private readonly codes = Buffer.alloc(GROUP)
  private readonly data = Buffer.alloc(GROUP * ELEMENT)
  private codeCount = 0
  private dataLength = 0

  constructor(private readonly variables: Variable[]) {}

  add(row: Row) {
    this.variables.forEach((variable, index) => {
      const value = row[index] ?? null
      if (variable.width) this.text(variable, value)
      else this.number(numberOf(variable, value))
    })
  }

  /** What is complete so far; valid until the next row. */
  take = () => this.out.take()

  /** The rest: codes of 0 say nothing. */
  end(): Buffer {
    while (this.codeCount > 0) this.code(0)
    return this.take()
  }

  private number(value: number | undefined) {
    if (value === undefined) return this.code(CODE.missing)
    if (Number.isInteger(value) && value >= SMALLEST && value <= LARGEST) return this.code(value + BIAS)
    this.dataLength = this.data.writeDoubleLE(value, this.dataLength)
    this.code(CODE.asItIs)
  }

  private text({ segments, width, column }: Variable, value: Value) {
    const bytes = value === null ? undefined : Buffer.from(String(value))
    if (bytes && bytes.length > width)
      throw new Error(`${column.name} has a text of ${bytes.length} bytes and room for ${width}`)
    let start = 0
    for (const segment of segments) {
      const end = Math.min(start + segment, bytes?.length ?? 0)
      const elements = elementsOf(segment)
      const full = Math.ceil(Math.max(0, end - start) / ELEMENT)
      for (let element = 0; element < full; element++) {
        const from = start + element * ELEMENT
        const to = Math.min(from + ELEMENT, end)
        this.data.fill(SPACE, this.dataLength, this.dataLength + ELEMENT)
        bytes?.copy(this.data, this.dataLength, from, to)
        this.dataLength += ELEMENT
        this.code(CODE.asItIs)
      }
      this.blanks(elements - full)
      start += segment
    }
  }

  private blanks(count: number) {
    let left = count
    for (; left > 0 && this.codeCount > 0; left--) this.code(CODE.spaces)
    const whole = left - (left % GROUP)
    this.out.fill(CODE.spaces, whole)
    for (left -= whole; left > 0; left--) this.code(CODE.spaces)
  }

  private code(code: number) {
    this.codes[this.codeCount++] = code
    if (this.codeCount < GROUP) return
    this.out.raw(this.codes)
    this.out.raw(this.data, 0, this.dataLength)
    this.codeCount = 0
    this.dataLength = 0
  }
}

function numberOf({ column, codeOf }: Variable, value: Value): number | undefined {
  if (value === null) return undefined
  if (codeOf) return codeOf.get(String(value))
  if (column.kind === 'time') return Date.parse(String(value)) / 1000 + EPOCH_SECONDS
  return Number(value)
}
