import { translator } from '../../platform/i18n/messages'
import { CODED } from '../rules/coded'
import { shorten } from '../rules/shorten'
import type { Study } from '../rules/study'
import { levelOf, missingValues, oneLine, responseSets, valueLabels, variableLabels } from './labels'
import { type Variable, variablesOf } from './variables'

/** SPSS takes a file for UTF-8 by this. */
const MARK = '\ufeff'
/** Bytes of a text on one line: lines of more than 256 are not read by each version of SPSS. */
const LINE_BYTES = 160
const FILE_LABEL_BYTES = 60

/** Returns a text as SPSS takes it: in quotation marks, a long one as several that are added. */
function quoted(text: string): string {
  const parts = ['']
  for (const character of text) {
    const part = parts.at(-1) ?? ''
    if (Buffer.byteLength(part + character) > LINE_BYTES) parts.push(character)
    else parts[parts.length - 1] = part + character
  }
  return parts.map((part) => `'${part.replaceAll("'", "''")}'`).join(' +\n    ')
}

const named = ({ column }: Variable) => column.name
const textOf = (name: string) => `${name}_text`
const isTime = ({ column }: Variable) => column.kind === 'time'

function formatOf(variable: Variable): string {
  const name = named(variable)
  if (isTime(variable)) return `${textOf(name)} A20`
  return `${name} ${variable.width ? `A${variable.width}` : 'F8.0'}`
}

/** Makes a time of a text in ISO 8601, which SPSS has no format for. */
function timeLines({ column: { name } }: Variable): string[] {
  const part = (from: number, length: number) =>
    `NUMBER(SUBSTR(${textOf(name)},${from},${length}),F${length}.0)`
  return [
    `COMPUTE ${name} = DATE.DMY(${part(9, 2)},${part(6, 2)},${part(1, 4)})`,
    `  + 3600*${part(12, 2)} + 60*${part(15, 2)} + ${part(18, 2)}.`,
    `FORMATS ${name} (DATETIME20).`,
  ]
}

function codeLines({ column: { name, codes } }: Variable): string[] {
  if (!codes?.length) return []
  const { count, values } = missingValues(codes)
  const missing = count < 0 ? values.join(' THRU ') : values.join(', ')
  return [
    `VALUE LABELS ${name}`,
    ...valueLabels(codes).map(([value, label]) => `  ${value} ${quoted(label)}`),
    '.',
    ...(count ? [`MISSING VALUES ${name} (${missing}).`] : []),
  ]
}

/**
 * Returns the syntax that reads the table of ballots in numbers, which must be in SPSS's working folder. It gives each
 * variable the label, values, missing values and level that it has in a system file.
 */
export function spssSyntax({ title, tables, language }: Study): string {
  const columns = tables.find(({ name }) => name === CODED)?.columns ?? []
  const variables = variablesOf(columns)
  const labels = variableLabels(variables)
  const lines = [
    `* ${translator(language, 'codebook')('syntax')}.`,
    'GET DATA /TYPE=TXT',
    `  /FILE='${CODED}.csv'`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    "  /DELIMITERS=','",
    `  /QUALIFIER='"'`,
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...variables.map((variable) => `  ${formatOf(variable)}`),
    '.',
    ...variables.filter(isTime).flatMap(timeLines),
    // In the order of the file, without the texts of the times.
    'ADD FILES /FILE=* /KEEP=',
    ...variables.map((variable) => `  ${named(variable)}`),
    '.',
    `FILE LABEL ${quoted(shorten(oneLine(title), FILE_LABEL_BYTES))}.`,
    ...variables.map((variable, at) => `VARIABLE LABELS ${named(variable)}\n  ${quoted(labels[at] ?? '')}.`),
    ...variables.flatMap(codeLines),
    ...variables.map(
      (variable) => `VARIABLE LEVEL ${named(variable)} (${levelOf(variable.column).toUpperCase()}).`,
    ),
    ...responseSets(variables).map(
      ({ name, title: label, variables: members }) =>
        `MRSETS /MDGROUP NAME=$${name}\n  LABEL=${quoted(label)}\n  VARIABLES=${members.map(named).join('\n    ')}\n  VALUE=1.`,
    ),
    'EXECUTE.',
  ]
  return `${MARK}${lines.join('\n')}\n`
}
