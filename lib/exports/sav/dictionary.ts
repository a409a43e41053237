import { sentencesOf } from '../rules/origin'
import type { Origin } from '../rules/table'
import { Bytes } from './bytes'
import {
  documents,
  levelOf,
  missingValues,
  multipleResponseSets,
  valueLabels,
  variableLabels,
} from './labels'
import { elementsOf, segmentName, type Variable } from './variables'

/** A whole number from -99 to 151 is kept as one byte, this much larger. */
export const BIAS = 100
const FILE_LABEL_BYTES = 64
/** As the format has them: what a locale calls a short month may have four letters. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const RECORD = { variable: 2, valueLabels: 3, labelled: 4, more: 7, end: 999 }
const MORE = { integers: 3, floats: 4, choices: 7, display: 11, longNames: 13, longTexts: 14, encoding: 20 }
const FORMAT = { text: 1, number: 5, time: 22 }
const MEASURE = { nominal: 1, ordinal: 2, scale: 3 }
const UTF8 = 65001
const LARGEST = Number.MAX_VALUE
/** The next number above the smallest one, which itself means «no value». */
const LOWEST = -1.7976931348623155e308

const padded = (length: number, to: number) => Math.ceil(length / to) * to

function formatOf({ width, column: { kind } }: Variable, segment: number): number {
  if (width) return (FORMAT.text << 16) | (segment << 8)
  const [format, room] = kind === 'time' ? [FORMAT.time, 20] : [FORMAT.number, 8]
  return (format << 16) | (room << 8)
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

/** Returns the day as the header has it: «03 Sep 26». */
const dayOf = (at: Date) =>
  [
    String(at.getUTCDate()).padStart(2, '0'),
    MONTHS[at.getUTCMonth()],
    String(at.getUTCFullYear() % 100).padStart(2, '0'),
  ].join(' ')

function header(out: Bytes, variables: Variable[], title: string, at: Date, cases: number) {
  const elements = variables.flatMap(({ segments }) => segments.map(elementsOf))
  out.raw(Buffer.from('$FL2'))
  out.text('@(#) SPSS DATA FILE Avis', 60)
  out.int32(
    2,
    elements.reduce((sum, one) => sum + one, 0),
    1,
    0,
    cases,
  )
  out.double(BIAS)
  out.text(dayOf(at), 9)
  out.text(at.toISOString().slice(11, 19), 8)
  out.text(title, FILE_LABEL_BYTES)
  out.fill(0, 3)
}

function variable(out: Bytes, one: Variable, label: string) {
  one.segments.forEach((segment, index) => {
    const format = formatOf(one, segment)
    const missing = missingValues(one.column.codes)
    out.int32(RECORD.variable, segment, index === 0 ? 1 : 0, missing.count, format, format)
    out.text(segmentName(one.short, index), 8)
    if (index === 0) {
      const length = Buffer.byteLength(label)
      out.int32(length)
      out.text(label, padded(length, 4))
    }
    out.double(...missing.values)
    // A place of eight bytes each for the rest of a text.
    for (let rest = elementsOf(segment) - 1; rest > 0; rest--) {
      out.int32(RECORD.variable, -1, 0, 0, 0, 0)
      out.text('', 8)
    }
  })
}

function labelledValues(out: Bytes, variables: Variable[]) {
  let index = 1
  for (const { column, segments } of variables) {
    if (column.codes?.length) {
      out.int32(RECORD.valueLabels, column.codes.length)
      for (const [value, label] of valueLabels(column.codes)) {
        const length = Buffer.byteLength(label)
        out.double(value)
        out.raw(Buffer.from([length]))
        out.text(label, padded(length + 1, 8) - 1)
      }
      out.int32(RECORD.labelled, 1, index)
    }
    index += segments.reduce((sum, segment) => sum + elementsOf(segment), 0)
  }
}

/** Returns all of a system file that comes before its data; `at` is when the file is made, `cases` how many follow. */
export function dictionaryOf(variables: Variable[], origin: Origin, at: Date, cases: number): Buffer {
  const out = new Bytes()
  header(out, variables, origin.title, at, cases)
  const labels = variableLabels(variables)
  variables.forEach((one, index) => {
    variable(out, one, labels[index] ?? '')
  })
  labelledValues(out, variables)
  documents(out, sentencesOf(origin))
  moreOf(out, MORE.integers, 4, (data) => data.int32(1, 0, 0, -1, 1, 1, 2, UTF8))
  moreOf(out, MORE.floats, 8, (data) => data.double(-LARGEST, LARGEST, LOWEST))
  const choices = multipleResponseSets(variables)
  if (choices) more(out, MORE.choices, 1, Buffer.from(choices))
  moreOf(out, MORE.display, 4, (data) => {
    for (const one of variables)
      for (const segment of one.segments)
        data.int32(MEASURE[levelOf(one.column)], Math.min(40, segment || 12), segment ? 0 : 1)
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
