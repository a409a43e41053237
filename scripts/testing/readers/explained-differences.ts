import type { Format } from '../../../lib/exports/rules/table'
import { type Difference, saysText } from './compare'
import type { Archive, Cell } from './reader'

/** An explained difference: its cause, and exactly which cells it covers. */
export type Known = {
  reader: string
  formats: (Format | Archive)[]
  /** `ours` is a fault of Avis that is being repaired; the table shows it as one. */
  whose: 'reader' | 'format' | 'ours'
  why: string
  explains: (difference: Difference) => boolean
}

/** Returns whether a program shows the escape codes of a worksheet undecoded. */
const undecoded = ({ want, got }: Difference) =>
  typeof want === 'string' &&
  typeof got === 'string' &&
  got.replace(/_x([\dA-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) === want

const MARK = '\ufeff'
const LINE_FEEDS = 'it shows carriage returns within a text as line feeds.'
const hasReturn = (want: Cell | undefined): want is string => typeof want === 'string' && want.includes('\r')
const lineFeeds = (text: string) => text.replace(/\r\n?/g, '\n')

const isNumberLike = (want: Cell | undefined) =>
  typeof want === 'string' && want.trim() !== '' && Number.isFinite(Number(want))

export const KNOWN: Known[] = [
  {
    reader: '*',
    formats: ['sav'],
    whose: 'format',
    why: 'a text is filled with spaces to the width of its column, so those at its end cannot be told apart.',
    explains: ({ want, got }) => typeof want === 'string' && want !== got && want.trimEnd() === got,
  },
  {
    reader: 'R data.table',
    formats: ['csv', 'csv-excel-fr', 'csv-excel-en'],
    whose: 'reader',
    why: '`fread` leaves a doubled quotation mark doubled. Its help page has a quoted text end at a quotation mark before a separator, and tells nothing of doubled ones.',
    explains: ({ want, got }) =>
      typeof want === 'string' && typeof got === 'string' && saysText(got.replaceAll('""', '"'), want),
  },
  {
    reader: 'R data.table',
    formats: ['polis'],
    whose: 'reader',
    why: '`fread` takes a file of one column whose texts contain the separator for one of two columns.',
    explains: ({ column }) => ['comment_text', 'rows', ''].includes(column),
  },
  ...['csvkit', 'LibreOffice', 'miller'].map(
    (reader): Known => ({
      reader,
      formats: ['csv', 'csv-excel-fr', 'csv-excel-en', 'bundle'],
      whose: 'reader',
      why: LINE_FEEDS,
      explains: ({ want, got }) =>
        hasReturn(want) && typeof got === 'string' && saysText(lineFeeds(got), lineFeeds(want)),
    }),
  ),
  ...['LibreOffice', 'PSPP'].map(
    (reader): Known => ({
      reader,
      formats: ['xlsx', 'sav'],
      whose: 'reader',
      why: LINE_FEEDS,
      explains: ({ want, got }) =>
        hasReturn(want) && typeof got === 'string' && lineFeeds(got) === lineFeeds(want),
    }),
  ),
  ...['DuckDB', 'parquet-wasm', 'libxml2'].map(
    (reader): Known => ({
      reader,
      formats: ['csv', 'csv-excel-fr', 'csv-excel-en', 'jsonl', 'parquet', 'xlsx', 'bundle'],
      whose: 'reader',
      why: 'its JavaScript binding leaves out a U+FEFF that a text begins with (`TextDecoder`); the program itself has it.',
      explains: ({ want, got }) => typeof want === 'string' && want.startsWith(MARK) && want.slice(1) === got,
    }),
  ),
  {
    reader: 'openpyxl',
    formats: ['xlsx'],
    whose: 'reader',
    why: 'it shows `_xHHHH_` codes as they stand in the XML, where ECMA-376 has them decoded.',
    explains: undecoded,
  },
  {
    reader: 'LibreOffice',
    formats: ['csv-excel-fr', 'csv-excel-en'],
    whose: 'format',
    why: 'CSV has no types: a spreadsheet takes a text of digits for a number, and «true» for a truth value.',
    explains: ({ want, got }) =>
      (isNumberLike(want) && Number(want) === Number(got)) || (want === 'true' && got === 'TRUE'),
  },
  {
    reader: 'gnumeric',
    formats: ['xlsx'],
    whose: 'reader',
    why: 'it shows `_xHHHH_` codes as they stand in the XML, where ECMA-376 has them decoded.',
    explains: undecoded,
  },
]

/** Returns the first reason in `known` that explains `difference`. */
export const reasonFor = (reader: string, format: Format | Archive, difference: Difference, known = KNOWN) =>
  known.find(
    (one) =>
      (one.reader === reader || one.reader === '*') &&
      one.formats.includes(format) &&
      one.explains(difference),
  )
