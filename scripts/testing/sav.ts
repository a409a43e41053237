import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

type Label = { val: number; label: string }
type Reader = {
  open: () => Promise<void>
  readAllRows: (withNulls: boolean) => Promise<Record<string, unknown>[]>
  meta: {
    sysvars: { name: string; label?: string; missing?: unknown }[]
    getValueLabels: (name: string) => Label[] | null
  }
  reader: {
    readString: (length: number) => Promise<string>
    readBytes: (length: number) => Promise<Uint8Array>
  }
}
// The package can only be required, and its types cannot be imported from a module.
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as {
  SavBufferReader: new (file: Buffer) => Reader
}

/**
 * Reads an SPSS file with an independent reader. That reader decodes texts eight bytes at a time, which splits
 * multi-byte characters. So it reads bytes here, which are decoded once joined.
 */
export async function readSav(file: string) {
  const sav = new SavBufferReader(readFileSync(file))
  await sav.open()
  const { meta, reader } = sav
  const variables = meta.sysvars.map(({ name, label, missing }) => ({
    name,
    label,
    missing,
    labels: meta.getValueLabels(name) ?? [],
  }))
  reader.readString = async (length) => Buffer.from(await reader.readBytes(length)).toString('latin1')
  const decoded = (value: unknown) =>
    typeof value === 'string' ? Buffer.from(value, 'latin1').toString() : value
  const rows = (await sav.readAllRows(true)).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, decoded(value)])),
  )
  return { variables, rows }
}
