import path from 'node:path'
import { mock } from 'node:test'
import { type Column, ownRow } from '../../../lib/exports/rules/table'
import { sav } from '../../../lib/exports/writers/sav'
import { differences } from './compare'
import type { Reader } from './reader'

const COLUMNS: Column[] = [
  { name: 'at', title: 'Quand', kind: 'time', own: true },
  { name: 'count', title: 'Combien', kind: 'number', own: true },
]

/**
 * Lets every reader of SAV files open one written in each month of a year, by a moved clock: the header contains its
 * date. Resolves to the files they could not read, in words.
 */
export async function monthFaults(readers: Reader[], folder: string): Promise<string[]> {
  const found: string[] = []
  for (let month = 1; month <= 12; month++) {
    const time = `2027-${String(month).padStart(2, '0')}-09T07:05:00Z`
    const file = path.join(folder, `month-${month}.sav`)
    mock.timers.enable({ apis: ['Date'], now: Date.parse(time) })
    const origin = { title: 'Mois', table: 'ballots', at: time, seq: 1, hash: '', language: 'fr' } as const
    try {
      const writer = await sav(file, { columns: COLUMNS, origin, total: 1 })
      await writer.write([ownRow([time, month])])
      await writer.end()
    } finally {
      mock.timers.reset()
    }
    for (const reader of readers.filter(({ formats }) => formats.includes('sav')))
      await reader.read(file, 'sav', COLUMNS).then(
        (read) => {
          const faults = differences(
            { columns: COLUMNS, rows: [{ at: { time }, count: month }] },
            read,
            'sav',
          )
          if (faults.length) found.push(`${reader.name}, a SAV file of ${time}: ${JSON.stringify(faults)}`)
        },
        (error) => found.push(`${reader.name} refuses a SAV file of ${time}: ${String(error).slice(0, 200)}`),
      )
  }
  return found
}
