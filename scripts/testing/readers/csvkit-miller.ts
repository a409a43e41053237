import type { Cell, Read, Reader } from './reader'
import { ask, delimiterOf, encodingOf, firstLine } from './reader'

/**
 * Converts rows printed as JSON objects, of which the first has the headings: as names of an object, those that are
 * numbers would change their places.
 */
function ofObjects(text: string): Read {
  const [headings = {}, ...objects] = JSON.parse(text) as Record<string, Cell>[]
  const names = Object.keys(headings)
  return {
    columns: names.map((name) => String(headings[name])),
    rows: objects.map((object) => names.map((name) => object[name] ?? null)),
  }
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
        '--no-header-row',
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

/** Miller prints control characters of a text into its JSON as they are; only its line feeds are between values. */
const asJson = (text: string) =>
  text.replace(/(?!\n)\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const miller: Reader = {
  name: 'miller',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en'],
  packages: ['miller'],
  version: () => firstLine('mlr', '--version'),
  read: async (file, format) =>
    ofObjects(
      asJson(
        await ask('mlr', [
          '--icsv',
          '--implicit-csv-header',
          '--ojson',
          '--no-auto-unflatten',
          '-S',
          '--ifs',
          delimiterOf(format),
          'cat',
          file,
        ]),
      ),
    ),
}
