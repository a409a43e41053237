import { typeset } from '../../platform/i18n/typography'
import type { AskedQuestion } from '../rules/question-columns'
import { columnName } from '../rules/question-columns'
import { fullLabel } from '../rules/results'
import type { Column } from '../rules/table'
import type { Study } from './ddi'
import { escaped } from './escape'

const KINDS = { text: 'texte', number: 'nombre', time: 'heure (UTC, à la minute)' }
const QUESTION_KINDS: Record<AskedQuestion['kind'], string> = {
  single: 'un choix',
  multiple: 'plusieurs choix',
  scale: 'échelle',
  aspects: 'jugements',
  open: 'réponse libre',
}
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

const said = (text: string) => escaped(typeset(text, 'fr'))

function values({ kind, codes = [] }: Column): string {
  if (!codes.length) return KINDS[kind]
  const list = codes.map(({ value, label }) => `<li value="${value}">${said(label)}</li>`)
  return `<ol>${list.join('')}</ol>`
}

const line = (column: Column) =>
  `<tr><th scope="row"><code>${escaped(column.name)}</code></th><td>${said(column.title)}</td><td>${values(column)}</td></tr>`

function wording(question: AskedQuestion): string {
  const options = question.options.map((option) => `<li>${said(fullLabel(option))}</li>`)
  return `<li><p><code>${columnName(question)}</code> (version ${question.version}, ${QUESTION_KINDS[question.kind]}) : ${said(question.prompt)}</p>${options.length ? `<ul>${options.join('')}</ul>` : ''}</li>`
}

/** The codebook for people: one page in French that needs nothing else. */
export function codebookPage(study: Study, questions: AskedQuestion[], columns: Column[]): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${said(`Dictionnaire des variables : ${study.title}`)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${said(study.title)}</h1>
<p>${said(`Dictionnaire des variables de la consultation des lecteurs «${study.slug}», article de ${study.source}. ${study.ballots} lignes, chiffres arrêtés au ${study.at} (UTC).`)}</p>
<h2>Variables de « ballots »</h2>
<p>Une ligne par réponse. Les fichiers CSV et JSON donnent chaque choix en toutes lettres ; le fichier SPSS donne le numéro qui le précède ici. Une case vide : la personne n’a pas répondu à cette question, ou répondait à une autre version.</p>
<table>
<thead><tr><th scope="col">Nom</th><th scope="col">Libellé</th><th scope="col">Valeurs</th></tr></thead>
<tbody>
${columns.map(line).join('\n')}
</tbody>
</table>
<h2>Questions posées</h2>
<ul>
${questions.map(wording).join('\n')}
</ul>
</main>
</body>
</html>
`
}
