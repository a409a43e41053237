import type { Cell, Read, Reader } from './reader'
import { ask, delimiterOf, firstLine } from './reader'

/** Takes rows printed as JSON objects, whose names are the headings. */
function ofObjects(text: string): Read {
  const objects = JSON.parse(text) as Record<string, Cell>[]
  const columns = Object.keys(objects[0] ?? {})
  return { columns, rows: objects.map((object) => columns.map((name) => object[name] ?? null)) }
}

export const csvkit: Reader = {
  name: 'csvkit',
  formats: ['csv', 'csv-excel-fr'],
  packages: ['csvkit'],
  version: async () => `csvkit ${(await firstLine('csvjson', '--version')).split(' ').at(-1)}`,
  read: async (file, format) => {
    const delimiter = delimiterOf(format)
    const mark = delimiter === ';' ? ['-e', 'utf-8-sig'] : []
    return ofObjects(
      await ask('csvjson', ['-I', '--blanks', '-z', '1000000', '-y', '0', '-d', delimiter, ...mark, file]),
    )
  },
}

export const miller: Reader = {
  name: 'miller',
  formats: ['csv', 'csv-excel-fr'],
  packages: ['miller'],
  version: () => firstLine('mlr', '--version'),
  read: async (file, format) =>
    ofObjects(await ask('mlr', ['--icsv', '--ojson', '-S', '--ifs', delimiterOf(format), 'cat', file])),
}
