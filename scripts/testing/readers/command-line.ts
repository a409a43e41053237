import type { Cell, Read, Reader } from './reader'
import { ask, delimiterOf, encodingOf, firstLine } from './reader'

/** Converts rows printed as JSON objects, whose names are the headings. */
function ofObjects(text: string): Read {
  const objects = JSON.parse(text) as Record<string, Cell>[]
  const columns = Object.keys(objects[0] ?? {})
  return { columns, rows: objects.map((object) => columns.map((name) => object[name] ?? null)) }
}

export const csvkit: Reader = {
  name: 'csvkit',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en'],
  packages: ['csvkit'],
  version: async () => `csvkit ${(await firstLine('csvjson', '--version')).split(' ').at(-1)}`,
  read: async (file, format) => {
    const delimiter = delimiterOf(format)
    return ofObjects(
      await ask('csvjson', [
        '-I',
        '--blanks',
        '-z',
        '1000000',
        '-y',
        '0',
        '-d',
        delimiter,
        '-e',
        encodingOf(format),
        file,
      ]),
    )
  },
}

export const miller: Reader = {
  name: 'miller',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en'],
  packages: ['miller'],
  version: () => firstLine('mlr', '--version'),
  read: async (file, format) =>
    ofObjects(
      await ask('mlr', [
        '--icsv',
        '--ojson',
        '--no-auto-unflatten',
        '-S',
        '--ifs',
        delimiterOf(format),
        'cat',
        file,
      ]),
    ),
}
