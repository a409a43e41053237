import { Bytes, cutTo } from './bytes'
import { elementsOf, segmentName, type Variable } from './variables'

/** Where in the file the number of cases is, which is known only at its end. */
export const CASES_AT = 80
/** A whole number from -99 to 151 is kept as one byte, this much larger. */
export const BIAS = 100
/** SPSS shows no longer ones. */
const LABEL_BYTES = 255
const VALUE_LABEL_BYTES = 120

const RECORD = { variable: 2, valueLabels: 3, labelled: 4, more: 7, end: 999 }
const MORE = { integers: 3, floats: 4, display: 11, longNames: 13, longTexts: 14, encoding: 20 }
const FORMAT = { text: 1, number: 5, time: 22 }
const MEASURE = { nominal: 1, ordinal: 2, scale: 3 }
const UTF8 = 65001
const LARGEST = Number.MAX_VALUE
/** The next number above the smallest one, which itself means «no value». */
const LOWEST = -1.7976931348623155e308

const padded = (length: number, to: number) => Math.ceil(length / to) * to

function formatOf({ width, column: { kind } }: Variable, segment: number): number {
  if (width) return (FORMAT.text << 16) | (segment << 8)
  const [format, room] = kind === 'time' ? [FORMAT.time, 17] : [FORMAT.number, 8]
  return (format << 16) | (room << 8)
}

function measureOf({ column: { codes, ordered, kind } }: Variable): number {
  if (codes) return ordered ? MEASURE.ordinal : MEASURE.nominal
  return kind === 'text' ? MEASURE.nominal : MEASURE.scale
}

/** A record that readers who do not know its kind step over. */
function more(out: Bytes, kind: number, size: number, data: Uint8Array) {
  out.int32(RECORD.more, kind, size, data.length / size)
  out.raw(data)
}

function moreOf(out: Bytes, kind: number, size: number, write: (data: Bytes) => void) {
  const data = new Bytes()
  write(data)
  more(out, kind, size, data.take())
}

function header(out: Bytes, variables: Variable[], at: Date) {
  const elements = variables.flatMap(({ segments }) => segments.map(elementsOf))
  const day = new Intl.DateTimeFormat('en-GB', {
    day: '2-digit',
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  })
  out.raw(Buffer.from('$FL2'))
  out.text('@(#) SPSS DATA FILE Avis', 60)
  out.int32(
    2,
    elements.reduce((sum, one) => sum + one, 0),
    1,
    0,
    -1,
  )
  out.double(BIAS)
  out.text(day.format(at), 9)
  out.text(at.toISOString().slice(11, 19), 8)
  out.text('', 64)
  out.fill(0, 3)
}

function variable(out: Bytes, one: Variable) {
  one.segments.forEach((segment, index) => {
    const format = formatOf(one, segment)
    out.int32(RECORD.variable, segment, index === 0 ? 1 : 0, 0, format, format)
    out.text(segmentName(one.short, index), 8)
    if (index === 0) {
      const label = cutTo(one.column.title, LABEL_BYTES)
      out.int32(label.length)
      out.text(one.column.title, padded(label.length, 4))
    }
    // A place of eight bytes each for the rest of a text.
    for (let rest = elementsOf(segment) - 1; rest > 0; rest--) {
      out.int32(RECORD.variable, -1, 0, 0, 0, 0)
      out.text('', 8)
    }
  })
}

function valueLabels(out: Bytes, variables: Variable[]) {
  let index = 1
  for (const { column, segments } of variables) {
    if (column.codes?.length) {
      out.int32(RECORD.valueLabels, column.codes.length)
      for (const { value, label } of column.codes) {
        const bytes = cutTo(label, VALUE_LABEL_BYTES)
        out.double(value)
        out.raw(Buffer.from([bytes.length]))
        out.raw(bytes)
        out.fill(0x20, padded(bytes.length + 1, 8) - bytes.length - 1)
      }
      out.int32(RECORD.labelled, 1, index)
    }
    index += segments.reduce((sum, segment) => sum + elementsOf(segment), 0)
  }
}

/** All of a system file that comes before its data. */
export function dictionaryOf(variables: Variable[], at: Date): Buffer {
  const out = new Bytes()
  header(out, variables, at)
  for (const one of variables) variable(out, one)
  valueLabels(out, variables)
  moreOf(out, MORE.integers, 4, (data) => data.int32(1, 0, 0, -1, 1, 1, 2, UTF8))
  moreOf(out, MORE.floats, 8, (data) => data.double(-LARGEST, LARGEST, LOWEST))
  moreOf(out, MORE.display, 4, (data) => {
    for (const one of variables)
      for (const segment of one.segments)
        data.int32(measureOf(one), Math.min(40, segment || 12), segment ? 0 : 1)
  })
  const longNames = variables.map(({ short, column }) => `${short}=${column.name}`).join('\t')
  more(out, MORE.longNames, 1, Buffer.from(longNames))
  const long = variables.filter(({ segments }) => segments.length > 1)
  if (long.length) {
    const widths = long.map(({ short, width }) => `${short}=${String(width).padStart(5, '0')}\0\t`)
    more(out, MORE.longTexts, 1, Buffer.from(widths.join('')))
  }
  more(out, MORE.encoding, 1, Buffer.from('UTF-8'))
  out.int32(RECORD.end, 0)
  return Buffer.from(out.take())
}
