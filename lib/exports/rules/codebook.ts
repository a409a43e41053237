import type { AskedQuestion } from './ballots'
import { ballotTable } from './ballots'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** Control characters have no place in XML at all. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu
const escaped = (text: string) =>
  text.replace(CONTROL, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

/** What the codebook says of a survey beside its questions. */
export type Study = { slug: string; title: string; source: string; ballots: number; at: string }

/** The variables of the ballots table as DDI-Codebook 2.5 (DDI Alliance): names, wording and categories. */
export function ddiCodebook({ slug, title, source, ballots, at }: Study, questions: AskedQuestion[]): string {
  const { columns } = ballotTable(questions)
  const optionsOf = (name: string) => {
    const question = questions.find(({ id }) => new RegExp(`(?:^|_)q${id}(?:_|$)`).test(name))
    if (!question || question.kind === 'open' || question.kind === 'multiple') return []
    return [...new Set(question.options.map(({ label }) => label))]
  }
  const variables = columns.map(({ name, title: label, kind }) => {
    const categories = optionsOf(name).map(
      (option) => `<catgry><catValu>${escaped(option)}</catValu><labl>${escaped(option)}</labl></catgry>`,
    )
    return `    <var name="${escaped(name)}"><labl>${escaped(label)}</labl>${categories.join('')}<varFormat type="${kind === 'number' ? 'numeric' : 'character'}"/></var>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<codeBook xmlns="ddi:codebook:2_5" version="2.5">
  <stdyDscr>
    <citation><titlStmt><titl>${escaped(title)}</titl><IDNo agency="avis">${escaped(slug)}</IDNo></titlStmt><rspStmt><AuthEnty>${escaped(source)}</AuthEnty></rspStmt></citation>
    <method><dataColl><sampProc>Répondants volontaires : aucun échantillon n'a été tiré ni redressé.</sampProc></dataColl></method>
  </stdyDscr>
  <fileDscr ID="ballots"><fileTxt><fileName>ballots.csv</fileName><dimensns><caseQnty>${ballots}</caseQnty><varQnty>${columns.length}</varQnty></dimensns><verStmt><version date="${escaped(at)}"/></verStmt></fileTxt></fileDscr>
  <dataDscr>
${variables.join('\n')}
  </dataDscr>
</codeBook>
`
}

/** The same for people, with how the figures came about. */
export function methodsNote(study: Study, questions: AskedQuestion[]): string {
  const asked = questions.map(({ version, prompt, kind, options, id }) => {
    const labels = options.map(({ label, aspect }) => (aspect ? `${aspect} : ${label}` : label))
    return `- q${id} (version ${version}, ${kind}) : ${prompt}${labels.length ? `\n  - ${labels.join('\n  - ')}` : ''}`
  })
  return `# ${study.title}

Consultation des lecteurs, article de ${study.source}. ${study.ballots} réponses, compte arrêté le ${study.at} (UTC).

## Ce que disent ces chiffres

Toute personne qui a ouvert la page pouvait répondre. Celles qui ont répondu se sont choisies elles-mêmes : aucun
échantillon n'a été tiré au sort ni redressé. Ces chiffres décrivent les réponses reçues, et rien d'autre.

Une ligne de « ballots » est une réponse qui compte : les réponses retirées n'y sont pas, une réponse modifiée y est
dans son dernier état. Rien n'y permet de reconnaître quelqu'un ; les heures sont données à la minute.

## Fichiers

Dans les fichiers CSV, une apostrophe précède ce qu'un tableur pourrait prendre pour une formule (= + - @ tabulation,
retour, et leurs formes larges) : retirez-la pour retrouver le texte. Les fichiers JSONL ont les valeurs telles
quelles. \`npm run verify -- FICHIER.zip\` recompte les résultats publics à partir de « ballots.jsonl ».

## Questions

${asked.join('\n')}
`
}
