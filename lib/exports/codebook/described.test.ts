/** Tests that each codebook describes each column of each table, in the language it is asked for. */
import { XmlDocument } from 'libxml2-wasm'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/platform/i18n/locale'
import { QUESTIONS } from '@/scripts/testing/export-tables'
import { ballotTable } from '../rules/ballots'
import { codebookRows } from '../rules/codebook-sheet'
import { CODED, coded } from '../rules/coded'
import { kindWords } from '../rules/column-kind'
import { commentColumns, decisionColumns, resultColumns } from '../rules/columns'
import type { Column } from '../rules/table'
import { valueLabelsOf } from '../rules/value-labels'
import { dataPackage } from './datapackage'
import { ddiCodebook } from './ddi'
import { codebookPage } from './page'

const randomised = Object.values(QUESTIONS).map((question) => ({ ...question, randomised: true }))
const bytes = { prompt: 1, text: 1, label: 1 }

describe.each(locales)('in %s, each column is described', (language) => {
  const { columns } = ballotTable(randomised, { setAside: true, language })
  const tables = [
    { name: 'ballots' as const, columns },
    { name: CODED, columns: coded(columns).columns } as const,
    { name: 'comments' as const, columns: commentColumns(language, bytes) },
    { name: 'decisions' as const, columns: decisionColumns(language) },
    { name: 'results' as const, columns: resultColumns(language, bytes) },
  ].map((table) => ({ ...table, rows: 3 }))
  const study = {
    ...{ slug: 'une-passerelle', title: 'Une passerelle', source: 'Le Quotidien', site: 'Avis', language },
    ...{ at: '2026-12-31T23:59:12.123Z', allTexts: true, setAside: true, tables },
  }
  const every = tables.flatMap((table) => table.columns.map((column) => ({ table: table.name, column })))
  /** What a codebook has to say of the cells of a column: each value, or else what they are. */
  const wordsOf = (column: Column): string[] => {
    const values = column.codes ?? valueLabelsOf(column.name, language)
    return values.length ? values.map(({ label }) => label) : [kindWords(column, language)]
  }

  it('on the page', () => {
    const { document } = parseHTML(codebookPage(study, randomised))
    for (const { table, column } of every.filter((one) => one.table !== CODED)) {
      const lines = document.querySelectorAll(`#${table} + p + table tbody tr`)
      const line = [...lines].find((one) => one.querySelector('code')?.textContent === column.name)
      const text = (line?.textContent ?? '').replace(/\s/g, ' ')
      for (const words of [column.title, ...wordsOf(column)])
        expect([column.name, text]).toEqual([column.name, expect.stringContaining(words.replace(/\s/g, ' '))])
    }
  })

  it('in the DDI file', () => {
    const document = XmlDocument.fromString(ddiCodebook(study))
    for (const { table, column } of every) {
      const found = document.get(`//d:var[@ID="${table}.${column.name}"]`, { d: 'ddi:codebook:2_5' })
      for (const words of [column.title, ...wordsOf(column)]) expect(found?.content).toContain(words)
    }
    document.dispose()
  })

  it('in the data package', () => {
    const { resources } = JSON.parse(dataPackage(study, []))
    for (const { table, column } of every) {
      const { schema } = resources.find(({ name }: { name: string }) => name === table)
      const field = schema.fields.find(({ name }: { name: string }) => name === column.name)
      expect(field.title).toBe(column.title)
      const said = JSON.stringify([field.description, field.constraints])
      for (const words of wordsOf(column)) expect(said).toContain(JSON.stringify(words).slice(1, -1))
    }
  })

  it('in the sheet of a workbook', () => {
    for (const { column } of every) {
      const rows = codebookRows([column], language)
      expect(rows.map(([title, name]) => [title, name])).toContainEqual([column.title, column.name])
      const said = rows.flat()
      for (const words of wordsOf(column)) expect(said).toContain(words)
    }
  })
})

it('what the cells of a column are is said in both languages', () => {
  for (const [name, kind] of [
    ['row', 'text'],
    ['v1_q1_order', 'text'],
    ['sent_at', 'time'],
    ['count', 'number'],
  ] as const)
    expect(kindWords({ name, kind }, 'fr')).not.toBe(kindWords({ name, kind }, 'en'))
})
