import type { Row, Table } from '../rules/table'

/** What a file says before its rows. */
export type Head = Pick<Table, 'columns' | 'origin'>

/**
 * Takes the rows of one table as they come, and makes a file of them; memory does not grow with the rows. `close` is
 * for when it will not be finished: it lets go of the file.
 */
export type RowWriter = {
  write: (rows: Row[]) => Promise<void>
  end: () => Promise<void>
  close: () => Promise<void>
}
