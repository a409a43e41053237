import { shortenApart } from '../rules/shorten'
import type { Code, Column } from '../rules/table'
import type { Bytes } from './bytes'
import type { Variable } from './variables'

/** SPSS shows no longer ones. */
const LABEL_BYTES = 255
const VALUE_LABEL_BYTES = 120
/** More values than this are declared as a range. */
const MAX_MISSING = 3

export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** Returns a label for each variable; no two are equal, for readers merge or confuse such. */
export const variableLabels = (variables: Variable[]): string[] =>
  shortenApart(
    variables.map(({ column: { brief, title } }) => oneLine(brief ?? title)),
    LABEL_BYTES,
  )

/** Returns the values of a variable with their labels; no two labels are equal. */
export function valueLabels(codes: Code[]): [value: number, label: string][] {
  const labels = shortenApart(
    codes.map(({ label }) => oneLine(label)),
    VALUE_LABEL_BYTES,
  )
  return codes.map(({ value }, index) => [value, labels[index] ?? ''])
}

/** Returns the level at which SPSS measures a column. */
export function levelOf({ codes, ordered, identifier, kind }: Column): 'nominal' | 'ordinal' | 'scale' {
  if (codes) return ordered ? 'ordinal' : 'nominal'
  return kind === 'text' || identifier ? 'nominal' : 'scale'
}

/** Returns how a variable record counts the values that statistics leave out, and what it lists for them. */
export function missingValues(codes: Code[] = []): { count: number; values: number[] } {
  const values = codes.filter(({ abstains }) => abstains).map(({ value }) => value)
  return values.length > MAX_MISSING
    ? { count: -2, values: [Math.min(...values), Math.max(...values)] }
    : { count: values.length, values }
}

/** Writes `text` as a multiple response set counts it: its length in bytes, a space and itself. */
const counted = (text: string) => `${Buffer.byteLength(text)} ${text}`

type ResponseSet = { name: string; title: string; variables: Variable[] }

/** Returns the questions of which several choices could be ticked, with a title of its own for each. */
export function responseSets(variables: Variable[]): ResponseSet[] {
  const sets = new Map<string, ResponseSet>()
  for (const variable of variables) {
    const { choiceOf } = variable.column
    if (!choiceOf) continue
    const set = sets.get(choiceOf.name) ?? { ...choiceOf, variables: [] }
    sets.set(choiceOf.name, set)
    set.variables.push(variable)
  }
  const titles = shortenApart(
    [...sets.values()].map(({ title }) => oneLine(title)),
    LABEL_BYTES,
  )
  return [...sets.values()].map((set, at) => ({ ...set, title: titles[at] ?? '' }))
}

/** Returns the multiple response sets as the file has them. */
export const multipleResponseSets = (variables: Variable[]): string =>
  responseSets(variables)
    .map((set) => {
      const names = set.variables.map(({ short }) => short.toLowerCase())
      return `$${set.name}=D${counted('1')} ${counted(set.title)} ${names.join(' ')}\n`
    })
    .join('')

const DOCUMENT_BYTES = 80
const DOCUMENT = 6

/** Writes sentences into the file's documents: lines of 80 bytes, broken between words where that is possible. */
export function documents(out: Bytes, sentences: string[]) {
  const lines = sentences.flatMap((sentence) => wrapped(oneLine(sentence)))
  out.int32(DOCUMENT, lines.length)
  for (const line of lines) out.text(line, DOCUMENT_BYTES)
}

function wrapped(sentence: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of sentence.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && Buffer.byteLength(longer) > DOCUMENT_BYTES) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
