import { CODED } from '../rules/coded'
import { escapeFormula } from '../rules/escape-formula'
import type { Study } from '../rules/study'
import type { Column } from '../rules/table'

/** What R would take for more than text. */
const SIGNS = /["\\]|[^\P{Cc}]/gu
const quoted = (text: string) =>
  `"${text.replace(SIGNS, (sign) => (sign === '"' || sign === '\\' ? `\\${sign}` : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))}"`
const list = (items: string[]) => `c(${items.join(', ')})`

/** Takes one column apart: text, number or time, and labels for its codes. */
function linesOf({ name, title, kind, codes, ordered }: Column): string[] {
  const cell = `table[[${quoted(name)}]]`
  const label = `attr(${cell}, "label") <- ${quoted(title)}`
  if (kind === 'time')
    return [`${cell} <- as.POSIXct(${cell}, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")`, label]
  if (kind === 'number' && !codes) return [`${cell} <- as.integer(${cell})`, label]
  if (!codes) return [label]
  const levels =
    kind === 'number'
      ? codes.map(({ value }) => `"${value}"`)
      : codes.map((code) => quoted(escapeFormula(code.label)))
  const labels = codes.map((code) => quoted(code.label))
  // «No opinion» is not a step: an ordered factor keeps it last.
  const inOrder = [...codes.keys()].sort(
    (a, b) => Number(codes[a]?.abstains ?? false) - Number(codes[b]?.abstains ?? false),
  )
  const pick = (texts: string[]) => list(inOrder.map((at) => texts[at] ?? '""'))
  return [
    `${cell} <- factor(${cell}, levels = ${pick(levels)}, labels = ${pick(labels)}, ordered = ${ordered ? 'TRUE' : 'FALSE'})`,
    label,
  ]
}

/** A script of R that reads each CSV file beside it into a data frame with types, labels and factors. */
export function rScript({ title, tables }: Study): string {
  const inWords = tables.filter(({ name }) => name !== CODED)
  const parts = inWords.map(({ name, columns }) =>
    [
      `table <- read.csv("${name}.csv", colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")`,
      ...columns.flatMap(linesOf),
      `${name} <- table`,
    ].join('\n'),
  )
  return `# ${title.replace(/\s+/g, ' ')}\n\n${[...parts, 'rm(table)'].join('\n\n')}\n`
}
