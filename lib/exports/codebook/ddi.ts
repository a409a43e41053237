import { translator } from '../../platform/i18n/messages'
import { kindWords } from '../rules/column-kind'
import { formerWords } from '../rules/former-words'
import type { Study, StudyTable } from '../rules/study'
import type { Column } from '../rules/table'
import { valueLabelsOf } from '../rules/value-labels'
import { escaped } from './escape'

const xml = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`

/** In the files a choice is written in its words; SPSS has the number, which stands beside them. */
function categories({ name, kind, codes }: Column, { language }: Study): string[] {
  if (!codes)
    return valueLabelsOf(name, language).map(
      ({ value, label }) => `<catgry>${xml('catValu', value)}${xml('labl', label)}</catgry>`,
    )
  return codes.map(({ value, label, abstains }) => {
    const written = kind === 'number' ? String(value) : label
    return `<catgry${abstains ? ' missing="Y"' : ''}>${xml('catValu', written)}${xml('labl', label)}${xml('txt', `SPSS: ${value}`)}</catgry>`
  })
}

const FORMATS: Record<Column['kind'], string> = {
  number: '<varFormat type="numeric"/>',
  text: '<varFormat type="character"/>',
  time: '<varFormat type="character" formatname="ISO 8601, UTC" schema="ISO" category="date"/>',
}

const variable = (column: Column, table: StudyTable, study: Study): string => {
  const { name, title, kind, codes, corrections } = column
  const described = codes || valueLabelsOf(name, study.language).length > 0
  const notes = formerWords(corrections, study.language).map(
    (words) => `<notes type="former wording">${escaped(words)}</notes>`,
  )
  return `    <var ID="${table.name}.${escaped(name)}" name="${escaped(name)}" files="${table.name}">${xml('labl', title)}${described ? '' : xml('txt', kindWords(column, study.language))}${categories(column, study).join('')}${FORMATS[kind]}${notes.join('')}</var>`
}

const file = ({ name, columns, rows }: StudyTable, at: string) =>
  `  <fileDscr ID="${name}"><fileTxt>${xml('fileName', `${name}.csv`)}<dimensns><caseQnty>${rows}</caseQnty><varQnty>${columns.length}</varQnty></dimensns><verStmt><version date="${escaped(at)}"/></verStmt></fileTxt></fileDscr>`

/** The variables of every table as DDI-Codebook 2.5 (DDI Alliance): names, wording and categories. */
export function ddiCodebook(study: Study): string {
  const { slug, title, source, at, tables, language } = study
  const t = translator(language, 'codebook')
  return `<?xml version="1.0" encoding="UTF-8"?>
<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="${language}">
  <stdyDscr>
    <citation><titlStmt>${xml('titl', title)}<IDNo agency="avis">${escaped(slug)}</IDNo></titlStmt><rspStmt>${xml('AuthEnty', source)}</rspStmt><verStmt><version date="${escaped(at)}"/></verStmt></citation>
    <method><dataColl>${xml('sampProc', t('sampling'))}</dataColl></method>
  </stdyDscr>
${tables.map((table) => file(table, at)).join('\n')}
  <dataDscr>
${tables.flatMap((table) => table.columns.map((column) => variable(column, table, study))).join('\n')}
  </dataDscr>
</codeBook>
`
}
