import { FORMATS } from '../../../lib/exports/rules/table'
import type { Verdict } from './compare-exports'
import type { Known } from './explained-differences'
import { ARCHIVES, type Cell } from './reader'

const MAX_LINES_TOLD = 60
const told = (cell: Cell | undefined) => {
  const text = JSON.stringify(cell) ?? 'nothing'
  return text.length > MAX_LINES_TOLD ? `${text.slice(0, MAX_LINES_TOLD)}…` : text
}

/** Summarises the differences in one line for each column: their number, and the first cell. */
export function linesOf({ reader, format, wrong }: Verdict): string[] {
  const columns = new Map<string, Verdict['wrong']>()
  for (const one of wrong) {
    const column = `${one.table}, ${told(one.difference.column)}`
    columns.set(column, [...(columns.get(column) ?? []), one])
  }
  return [...columns].map(([column, [first, ...more]]) => {
    const { row, want, got } = first?.difference ?? { row: 0, want: undefined, got: undefined }
    return `${reader}, ${format}, ${column}, row ${row}: ${told(want)} is read as ${told(got)}${more.length ? `, and ${more.length} more` : ''}`
  })
}

const COLUMNS = [...FORMATS, ...ARCHIVES]

const cellOf = (verdict: Verdict | undefined, notes: Known[]): string => {
  if (!verdict) return ''
  // Which difference is met first varies from run to run.
  const explained = verdict.explained.toSorted((a, b) => a.reason.why.localeCompare(b.reason.why))
  const marks = explained.map(({ reason, cells }) => {
    // Programs that share a habit share its note.
    const known = notes.findIndex(({ whose, why }) => whose === reason.whose && why === reason.why)
    return { cells, note: known < 0 ? notes.push(reason) : known + 1 }
  })
  const listed = marks
    .toSorted((a, b) => a.note - b.note)
    .map(({ cells, note }) => `${cells} cells, note ${note}`)
  const state = verdict.wrong.length ? `**${verdict.wrong.length} cells differ**` : 'right'
  return [state, ...listed].join('; ')
}

const WHOSE = { reader: 'The program’s', format: 'The format’s', ours: '**Avis’s, being repaired**' }

/** Returns the page with the result of each program and format, as of the day `at`. */
export function readersPage(
  verdicts: Verdict[],
  versions: Map<string, string>,
  sizes: string,
  at: Date,
): string {
  const notes: Known[] = []
  const of = (reader: string, format: (typeof COLUMNS)[number]) =>
    cellOf(
      verdicts.find((one) => one.reader === reader && one.format === format),
      notes,
    )
  const rows = [...versions].map(
    ([reader, version]) => `| ${version} | ${COLUMNS.map((format) => of(reader, format)).join(' | ')} |`,
  )
  const list = notes.map(({ whose, why }, at) => `${at + 1}. ${WHOSE[whose]}: ${why}`)
  return `# Readers

Written by \`npm run test:readers\` on ${at.toISOString().slice(0, 10)}. Programs that no one here wrote read every table of an export, in
every format. Each value is compared with the database: ${sizes}.

The archives \`polis\` and \`bundle\` are unpacked by Info-ZIP, and each program reads the files that are of its formats.
Votes, counts and statements of Polis's files are computed again from the database. No program that reads Polis's exports was
found on npm or in Debian.

| program | ${COLUMNS.join(' | ')} |
| --- | ${COLUMNS.map(() => '---').join(' | ')} |
${rows.join('\n')}
${list.length ? `\n## Notes\n\n${list.join('\n')}\n` : ''}`
}
