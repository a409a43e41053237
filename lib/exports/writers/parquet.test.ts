import { rmSync } from 'node:fs'
import path from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, expect, it } from 'vitest'
import { ORIGIN, QUESTIONS, tableOfBallots, writeFileOf } from '@/scripts/testing/export-tables'
import { temporaryFolder } from '@/scripts/testing/folder'
import { columnName } from '../rules/question-columns'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'ballots.parquet')
const { boxes } = QUESTIONS

async function written(ballots: Parameters<typeof tableOfBallots>[0]) {
  const { columns, rows } = tableOfBallots(ballots)
  await writeFileOf('parquet', file, columns, rows)
  const buffer = await asyncBufferFromFile(file)
  return {
    columns,
    metadata: await parquetMetadataAsync(buffer),
    rows: await parquetReadObjects({ file: buffer }),
  }
}

it('instants are of UTC for every reader, and numbers are whole', async () => {
  const at = '2026-12-31T23:59:59.600Z'
  const { metadata, rows } = await written([{ version: 1, given: [{ question: boxes, options: [1] }], at }])
  const elementOf = (column: string) => metadata.schema.find(({ name }) => name === column)
  expect(elementOf('cast_at')).toMatchObject({
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  })
  expect(elementOf('version')?.type).toBe('INT64')
  expect(elementOf(`${columnName(boxes)}_1`)?.type).toBe('INT32')
  expect(rows[0]).toMatchObject({
    cast_at: new Date('2026-12-31T23:59:00Z'),
    version: 1n,
    [`${columnName(boxes)}_1`]: 0,
    [`${columnName(boxes)}_2`]: 1,
  })
})

it('the file says where its figures come from', async () => {
  const { metadata } = await written([])
  const said = Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value]))
  expect(said).toMatchObject({
    'avis.title': ORIGIN.title,
    'avis.at': ORIGIN.at,
    'avis.sequence': String(ORIGIN.seq),
    'avis.hash': ORIGIN.hash,
    'avis.format': 'avis-export/2',
  })
})

it('an empty table has one group of no rows with all its columns', async () => {
  const { columns, metadata, rows } = await written([])
  expect(rows).toEqual([])
  expect(metadata.row_groups.map(({ num_rows, columns: chunks }) => [num_rows, chunks.length])).toEqual([
    [0n, columns.length],
  ])
})
