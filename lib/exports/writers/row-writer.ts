import type { Table, TableRow } from '../rules/table'
import type { Digest, Open } from './output'

/** What a file says before its rows. */
export type Head = Pick<Table, 'columns' | 'origin' | 'total'>

/**
 * Takes the rows of one table as they come, and makes a file of them; memory does not grow with the rows. `close` is
 * for when it will not be finished: it lets go of the file.
 */
export type RowWriter<R = TableRow> = {
  write: (rows: R[]) => Promise<void>
  end: () => Promise<Digest>
  close: () => Promise<void>
}

/** Begins a file of one format; `open` is for formats that write one byte after the other. */
export type Writer = (file: string, head: Head, open?: Open) => Promise<RowWriter>
