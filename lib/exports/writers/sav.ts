import { setImmediate as nextTurn } from 'node:timers/promises'
import { Cases } from '../sav/cases'
import { dictionaryOf } from '../sav/dictionary'
import { variablesOf } from '../sav/variables'
import { openFile } from './output'
import { PIECE_BYTES } from './row-bytes'
import type { Writer } from './row-writer'

/** A system file of SPSS: names, labels, and a number for each answer with its label. */
export const sav: Writer = async (file, { columns, origin, total }, open = openFile) => {
  const variables = variablesOf(columns)
  const cases = new Cases(variables)
  const output = await open(file)
  await output.write(dictionaryOf(variables, origin, new Date(), total))
  let count = 0
  return {
    write: async (rows) => {
      for (const row of rows) {
        cases.add(row)
        if (cases.size < PIECE_BYTES) continue
        await output.write(cases.take())
        await nextTurn()
      }
      count += rows.length
    },
    end: async () => {
      if (count !== total) throw new Error(`the file promises ${total} cases and has ${count}`)
      await output.write(cases.end())
      return output.end()
    },
    close: output.close,
  }
}
