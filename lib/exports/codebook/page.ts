import { translator } from '../../platform/i18n/messages'
import { typeset } from '../../platform/i18n/typography'
import { CODED } from '../rules/coded'
import { kindWords } from '../rules/column-kind'
import { formerWords } from '../rules/former-words'
import type { AskedQuestion } from '../rules/question-columns'
import { columnName } from '../rules/question-columns'
import { fullLabel } from '../rules/results'
import type { Study, StudyTable } from '../rules/study'
import type { Column } from '../rules/table'
import { valueLabelsOf } from '../rules/value-labels'
import { escaped } from './escape'

/** It stands alone: somebody opens it from a folder, years from now. */
const STYLE = `
  :root { color-scheme: light dark }
  body { font: 1.05rem/1.55 Georgia, serif; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.2rem }
  h1 { font-size: 1.7rem; line-height: 1.25 } h2 { font-size: 1.3rem; margin-top: 2.4rem }
  table { border-collapse: collapse; width: 100%; font: .92rem/1.45 system-ui, sans-serif }
  th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid #8886; overflow-wrap: anywhere }
  thead th { border-bottom-width: 2px } tbody th { font-weight: 400; width: 9rem } ol, ul { margin: 0; padding-left: 1.2rem }
  @media (max-width: 30rem) {
    thead { display: none } tr { display: block; padding: .6rem 0; border-bottom: 1px solid #8886 }
    th, td { display: block; border: 0; padding: 0; width: auto }
  }`

/** What the page is made with: its sentences, and the wording of a consultation as HTML. */
function writing({ language }: Study) {
  const said = (text: string) => escaped(language === 'fr' ? typeset(text, 'fr') : text)
  return { t: translator(language, 'codebook'), said, language }
}
type Writing = ReturnType<typeof writing>

function values({ name, kind, codes }: Column, { said, language }: Writing): string {
  if (codes)
    return `<ol>${codes.map(({ value, label }) => `<li value="${value}">${said(label)}</li>`).join('')}</ol>`
  const meanings = valueLabelsOf(name, language)
  if (!meanings.length) return said(kindWords({ name, kind }, language))
  return `<ul>${meanings.map(({ value, label }) => `<li><code>${escaped(value)}</code> ${said(label)}</li>`).join('')}</ul>`
}

const line = (column: Column, writing: Writing) =>
  `<tr><th scope="row"><code>${escaped(column.name)}</code></th><td>${writing.said(column.title)}</td><td>${values(column, writing)}</td></tr>`

function tableOf({ name, columns, rows }: StudyTable, writing: Writing): string {
  const { t, said } = writing
  return `<h2 id="${name}">${said(t('variables', { table: name }))}</h2>
<p>${said(t(`tables.${name}`))} ${said(t('rows', { rows }))}</p>
<table>
<thead><tr><th scope="col">${said(t('name'))}</th><th scope="col">${said(t('label'))}</th><th scope="col">${said(t('values'))}</th></tr></thead>
<tbody>
${columns.map((column) => line(column, writing)).join('\n')}
</tbody>
</table>`
}

/** The table in numbers has the columns of the one in words, and their codes are told there. */
const codedTable = ({ name }: StudyTable, { t, said }: Writing) =>
  `<h2 id="${name}">${said(t('variables', { table: name }))}</h2>\n<p>${said(t(`tables.${CODED}`))}</p>`

function wording(question: AskedQuestion, { t, said, language }: Writing): string {
  const options = question.options.map((option) => `<li>${said(fullLabel(option))}</li>`)
  const { version, kind, prompt, corrections } = question
  const former = formerWords(corrections, language).map((words) => `<p class="former">${said(words)}</p>`)
  return `<li><p><code>${columnName(question)}</code> ${said(t('asked', { version, kind: t(`questionKinds.${kind}`), prompt }))}</p>${options.length ? `<ul>${options.join('')}</ul>` : ''}${former.join('')}</li>`
}

/** The codebook for people: one page in the language of the consultation that needs nothing else. */
export function codebookPage(study: Study, questions: AskedQuestion[]): string {
  const { slug, title, source, at, language, tables } = study
  const tools = writing(study)
  const { t, said } = tools
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${said(t('title', { title }))}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${said(title)}</h1>
<p>${said(t('lead', { slug, source, at }))}</p>
<p>${said(t('choices'))}</p>
${tables.map((table) => (table.name === CODED ? codedTable(table, tools) : tableOf(table, tools))).join('\n')}
<h2>${said(t('questions'))}</h2>
<ul>
${questions.map((question) => wording(question, tools)).join('\n')}
</ul>
</main>
</body>
</html>
`
}
