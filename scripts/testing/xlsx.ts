import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { XmlDocument, type XmlElement } from 'libxml2-wasm'

const SPACES = { s: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' }
export type Cell = { kind: string; value: string; format: number }

/**
 * Reads each sheet of a workbook with a strict XML parser. Returns rows of cells, by column; an empty cell is absent.
 */
export function readXlsx(file: string): Record<string, Cell>[][] {
  const parts = unzipSync(readFileSync(file))
  for (const [name, bytes] of Object.entries(parts))
    if (/\.(?:xml|rels)$/.test(name)) XmlDocument.fromString(strFromU8(bytes)).dispose()
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))
  return sheets.map((name) => {
    const document = XmlDocument.fromString(strFromU8(parts[name] ?? new Uint8Array()))
    try {
      return document.find('//s:row', SPACES).map((row) => cellsOf(row as XmlElement))
    } finally {
      document.dispose()
    }
  })
}

function cellsOf(row: XmlElement): Record<string, Cell> {
  const cells = row.find('s:c', SPACES) as XmlElement[]
  return Object.fromEntries(
    cells.map((cell) => {
      const text = cell.get('s:is', SPACES)?.content
      const value = text?.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      const kind = cell.get('s:f', SPACES) ? 'formula' : (cell.attr('t')?.value ?? 'n')
      const column = cell.attr('r')?.value.replace(/\d+$/, '') ?? ''
      const number = cell.get('s:v', SPACES)?.content ?? ''
      return [column, { kind, value: value ?? number, format: Number(cell.attr('s')?.value ?? 0) }]
    }),
  )
}
