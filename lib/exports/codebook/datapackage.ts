import { translator } from '../../platform/i18n/messages'
import { CODED } from '../rules/coded'
import { kindWords } from '../rules/column-kind'
import { escapeFormula } from '../rules/escape-formula'
import { formerWords } from '../rules/former-words'
import type { Study, StudyTable } from '../rules/study'
import type { Column } from '../rules/table'
import { valueLabelsOf } from '../rules/value-labels'

/** A file of a bundle, as its manifest has it. */
type Measured = { name: string; bytes: number; sha256: string }

const TYPES = { text: 'string', number: 'integer', time: 'datetime' } as const
const KEYS: Partial<Record<StudyTable['name'], string>> = {
  ballots: 'row',
  [CODED]: 'row',
  comments: 'comment',
  decisions: 'decision',
}

/** The words that stand in a cell of the CSV file: a choice that looks like a formula has its guard there. */
const written = ({ kind }: Column, { value, label }: { value: number; label: string }) =>
  kind === 'number' ? value : escapeFormula(label)

function field(column: Column, study: Study) {
  const { name, title, kind, codes, corrections } = column
  const numbers = kind === 'number' ? codes : undefined
  const meanings = (numbers ?? valueLabelsOf(name, study.language)).map(
    ({ value, label }) => `${value}: ${label}`,
  )
  const cells = meanings.length || codes ? meanings.join('; ') : kindWords(column, study.language)
  const description = [cells, ...formerWords(corrections, study.language)].filter(Boolean)
  return {
    name,
    title,
    type: TYPES[kind],
    ...(description.length && { description: description.join(' ') }),
    ...(codes && { constraints: { enum: [...new Set(codes.map((code) => written(column, code)))] } }),
  }
}

/** A table refers to decisions by their number; its texts may be missing in `comments`, which is no error. */
function references({ name }: StudyTable) {
  const to = (resource: string, fields: string) => [{ fields, reference: { resource, fields } }]
  if (name === CODED) return to('ballots', 'row')
  return name === 'comments' ? to('decisions', 'decision') : undefined
}

function resource(table: StudyTable, study: Study, files: Measured[]) {
  const { name, columns } = table
  const t = translator(study.language, 'codebook')
  const file = files.find((one) => one.name === `${name}.csv`)
  const [primaryKey, foreignKeys] = [KEYS[name], references(table)]
  return {
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    description: t(`tables.${name}`),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    // With what is the default, too: the first edition of CSV Dialect leaves spaces out where nothing is said.
    dialect: {
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
      header: true,
    },
    ...(file && { bytes: file.bytes, hash: `sha256:${file.sha256}` }),
    schema: {
      fields: columns.map((column) => field(column, study)),
      missingValues: [''],
      ...(primaryKey && { primaryKey }),
      ...(foreignKeys && { foreignKeys }),
    },
  }
}

/** The tables of a bundle as a Tabular Data Package (Frictionless Data): a schema for each CSV file. */
export function dataPackage(study: Study, files: Measured[]): string {
  const { slug, title, source, at, tables, language } = study
  const descriptor = {
    profile: 'tabular-data-package',
    name: slug,
    title,
    description: translator(language, 'codebook')('lead', { slug, source, at }),
    created: at,
    resources: tables.map((table) => resource(table, study, files)),
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}
