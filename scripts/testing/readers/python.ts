import type { Read, Reader } from './reader'
import { ask, delimiterOf, encodingOf, readPrinted } from './reader'

/** A Python that precedes Debian's own in PATH may lack Debian's packages. */
const PYTHONS = ['python3', '/usr/bin/python3']

/** Runs `program` in the first Python that has all its imports. */
async function run(program: string, ...args: string[]): Promise<string> {
  let failure: unknown
  for (const python of PYTHONS)
    try {
      return await ask(python, ['-c', program, ...args])
    } catch (error) {
      failure ??= error
      if (!/ModuleNotFoundError|ENOENT/.test(String(error))) throw error
    }
  throw failure
}

const versionOf = (module: string) =>
  run(
    `import platform, ${module}; print('${module}', ${module}.__version__, 'on Python', platform.python_version())`,
  )

const CSV = `
import csv, json, sys
csv.field_size_limit(10 ** 9)
with open(sys.argv[1], encoding=sys.argv[3], newline='') as source:
    rows = list(csv.reader(source, delimiter=sys.argv[2], strict=True))
json.dump({'columns': rows[0], 'rows': rows[1:]}, sys.stdout)
`
/** Reads a CSV file by Python's own module, which also reads other programs' output. */
export const readCsv = async (file: string, delimiter = ',', encoding = 'utf-8'): Promise<Read> =>
  readPrinted(await run(CSV, file, delimiter, encoding))

export const pythonCsv: Reader = {
  name: 'Python csv',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en'],
  packages: ['python3'],
  version: async () => (await run(`import platform; print('Python', platform.python_version())`)).trim(),
  read: (file, format) => readCsv(file, delimiterOf(format), encodingOf(format)),
}

const PANDAS = `
import json, pandas, sys
file, kind, encoding = sys.argv[1:4]
if kind == 'jsonl':
    table = pandas.read_json(file, lines=True, dtype=False, convert_dates=False, encoding='utf-8')
else:
    table = pandas.read_csv(file, sep=kind, dtype=str, keep_default_na=False, encoding=encoding)
rows = [[None if value is None or value != value else value for value in row] for row in table.astype(object).values.tolist()]
json.dump({'columns': list(table.columns), 'rows': rows}, sys.stdout)
`
export const pandas: Reader = {
  name: 'pandas',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en', 'jsonl'],
  packages: ['python3-pandas'],
  version: async () => (await versionOf('pandas')).trim(),
  read: async (file, format) =>
    readPrinted(
      await run(PANDAS, file, format === 'jsonl' ? format : delimiterOf(format), encodingOf(format)),
    ),
}

const OPENPYXL = `
import datetime, json, openpyxl, sys
def told(cell):
    value = cell.value
    if cell.data_type == 'f': return 'formula: ' + str(value)
    if isinstance(value, datetime.datetime):
        at = value.replace(microsecond=0) + datetime.timedelta(seconds=value.microsecond >= 500000)
        return {'time': at.isoformat() + 'Z'}
    return value
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
rows = [[told(cell) for cell in row] for row in sheet.iter_rows()]
json.dump({'columns': rows[0], 'rows': rows[1:]}, sys.stdout)
`
export const openpyxl: Reader = {
  name: 'openpyxl',
  formats: ['xlsx'],
  packages: ['python3-openpyxl'],
  version: async () => (await versionOf('openpyxl')).trim(),
  read: async (file) => readPrinted(await run(OPENPYXL, file)),
}
