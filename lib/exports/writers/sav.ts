import { open } from 'node:fs/promises'
import { Cases } from '../sav/cases'
import { CASES_AT, dictionaryOf } from '../sav/dictionary'
import { variablesOf } from '../sav/variables'
import type { Head, RowWriter } from './row-writer'

/** A system file of SPSS: names, labels, and a number for each answer with its label. */
export async function sav(file: string, { columns, origin }: Head): Promise<RowWriter> {
  const variables = variablesOf(columns)
  const cases = new Cases(variables)
  const handle = await open(file, 'w')
  await handle.appendFile(dictionaryOf(variables, origin, new Date()))
  let count = 0
  return {
    write: async (rows) => {
      for (const row of rows) cases.add(row)
      count += rows.length
      await handle.appendFile(cases.take())
    },
    end: async () => {
      await handle.appendFile(cases.end())
      const counted = Buffer.alloc(4)
      counted.writeInt32LE(count)
      await handle.write(counted, 0, counted.length, CASES_AT)
      await handle.close()
    },
    close: () => handle.close(),
  }
}
