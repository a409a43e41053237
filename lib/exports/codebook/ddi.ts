import type { Column } from '../rules/table'
import { escaped } from './escape'

/** What a codebook says of a survey beside its questions. */
export type Study = {
  slug: string
  title: string
  source: string
  /** The name of the site it was held on. */
  site: string
  /** Lines of the ballots table. */
  ballots: number
  at: string
  allTexts: boolean
  setAside: boolean
}

/** In the files a choice is written in its words; SPSS has the number. */
const writtenValue = (kind: Column['kind'], { value, label }: { value: number; label: string }) =>
  kind === 'number' ? String(value) : label

function variable({ name, title, kind, codes = [] }: Column): string {
  const categories = codes.map(
    (code) =>
      `<catgry><catValu>${escaped(writtenValue(kind, code))}</catValu><labl>${escaped(code.label)}</labl></catgry>`,
  )
  return `    <var name="${escaped(name)}"><labl>${escaped(title)}</labl>${categories.join('')}<varFormat type="${kind === 'number' ? 'numeric' : 'character'}"/></var>`
}

/** The variables of the ballots table as DDI-Codebook 2.5 (DDI Alliance): names, wording and categories. */
export function ddiCodebook({ slug, title, source, ballots, at }: Study, columns: Column[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<codeBook xmlns="ddi:codebook:2_5" version="2.5">
  <stdyDscr>
    <citation><titlStmt><titl>${escaped(title)}</titl><IDNo agency="avis">${escaped(slug)}</IDNo></titlStmt><rspStmt><AuthEnty>${escaped(source)}</AuthEnty></rspStmt></citation>
    <method><dataColl><sampProc>Répondants volontaires : aucun échantillon n’a été tiré ni redressé.</sampProc></dataColl></method>
  </stdyDscr>
  <fileDscr ID="ballots"><fileTxt><fileName>ballots.csv</fileName><dimensns><caseQnty>${ballots}</caseQnty><varQnty>${columns.length}</varQnty></dimensns><verStmt><version date="${escaped(at)}"/></verStmt></fileTxt></fileDscr>
  <dataDscr>
${columns.map(variable).join('\n')}
  </dataDscr>
</codeBook>
`
}
