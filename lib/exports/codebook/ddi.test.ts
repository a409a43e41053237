import { XmlDocument, XmlElement } from 'libxml2-wasm'
import { afterAll, expect, it } from 'vitest'
import { QUESTIONS } from '@/scripts/testing/export-tables'
import { ballotTable } from '../rules/ballots'
import { CODED, coded } from '../rules/coded'
import { commentColumns, decisionColumns, resultColumns } from '../rules/columns'
import { ddiCodebook } from './ddi'

/**
 * What each element may contain, in this order (DDI-Codebook 2.5, field level documentation). The schema itself is in no
 * package; docs/decisions/exports.md says with what the file was validated.
 */
const CONTENT: Record<string, string> = {
  codeBook: 'docDscr stdyDscr fileDscr dataDscr otherMat',
  stdyDscr: 'citation studyAuthorization stdyInfo studyDevelopment method dataAccs othrStdyMat notes',
  citation: 'titlStmt rspStmt prodStmt distStmt serStmt verStmt biblCit holdings notes',
  titlStmt: 'titl subTitl altTitl parTitl IDNo',
  rspStmt: 'AuthEnty othId',
  verStmt: 'version verResp notes',
  method: 'dataColl notes anlyInfo',
  dataColl: 'timeMeth dataCollector collectorTraining frequenc sampProc sampleFrame collMode',
  fileDscr: 'fileTxt locMap notes',
  fileTxt: 'fileName fileCitation fileCont fileStrc dimensns fileType format filePlac software verStmt',
  dimensns: 'caseQnty varQnty logRecL recPrCas recNumTot',
  dataDscr: 'varGrp nCubeGrp var nCube notes',
  var: 'location labl qstn valrng invalrng universe txt catgry verStmt concept varFormat notes',
  catgry: 'catValu labl txt catStat mrow',
}
const ATTRIBUTES: Record<string, string> = {
  codeBook: 'version lang',
  IDNo: 'agency',
  version: 'date type',
  fileDscr: 'ID URI',
  var: 'ID name files',
  catgry: 'missing missType',
  varFormat: 'type formatname schema category',
  notes: 'type subject level',
}
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const [first, ...rest] = Object.values(QUESTIONS)
if (!first) throw new Error('there are no questions to describe')
const strange = 'un\u0000\ufffe\uffff\ud800 & <mot>'
const questions = [
  { ...first, prompt: strange, corrections: [{ at: '2026-05-02T22:30:00Z', before: strange, after: 'mot' }] },
  ...rest,
]
const { columns } = ballotTable(questions, { setAside: true, language: 'fr' })
const tables = [
  { name: 'ballots' as const, columns },
  { name: CODED, columns: coded(columns).columns } as const,
  { name: 'comments' as const, columns: commentColumns('fr', { prompt: 1, text: 1 }) },
  { name: 'decisions' as const, columns: decisionColumns('fr') },
  { name: 'results' as const, columns: resultColumns('fr', { prompt: 1, label: 1 }) },
].map((table) => ({ ...table, rows: 3 }))
const codebook = ddiCodebook({
  ...{ slug: 'une-passerelle', title: strange, source: strange, site: 'Avis', language: 'fr', tables },
  ...{ at: '2026-12-31T23:59:12.123Z', allTexts: true, setAside: true },
})
const document = XmlDocument.fromString(codebook)
afterAll(() => document.dispose())
const spaces = { d: 'ddi:codebook:2_5' }
const elements = document.find('//*').filter((node) => node instanceof XmlElement)
const childrenOf = (element: XmlElement) => element.find('*').map((child) => (child as XmlElement).name)

it('has elements and attributes of the standard alone, in its order', () => {
  for (const element of elements) {
    const { name } = element
    const order = CONTENT[name]?.split(' ') ?? []
    const places = childrenOf(element).map((child) => order.indexOf(child))
    expect([name, places]).toEqual([name, places.toSorted((a, b) => a - b)])
    expect([name, Math.min(0, ...places)]).toEqual([name, 0])
    const known = ATTRIBUTES[name]?.split(' ') ?? []
    for (const attribute of element.attrs)
      expect([name, known]).toEqual([name, expect.arrayContaining([attribute.name])])
  }
  expect(document.root.namespaceUri).toBe('ddi:codebook:2_5')
})

it('has an id of its own for each variable, each in a file that is described', () => {
  const valuesOf = (path: string) => document.find(path, spaces).map(({ content }) => content)
  const ids = valuesOf('//@ID')
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
  expect(valuesOf('//d:var/@files').length).toBe(tables.flatMap((table) => table.columns).length)
  expect(new Set(valuesOf('//d:var/@files'))).toEqual(new Set(valuesOf('//d:fileDscr/@ID')))
})

it('tells instants with their zone, abstentions as missing, and no character that XML has not', () => {
  const dates = document.find('//@date').map(({ content }) => content)
  expect(dates).toHaveLength(1 + tables.length)
  for (const date of dates) expect(date).toMatch(INSTANT)
  const missing = document.find('//d:catgry[@missing="Y"]/d:labl', spaces).map(({ content }) => content)
  expect(new Set(missing)).toEqual(new Set(['Sans avis']))
  expect(document.find('//d:notes', spaces)[0]?.content).toContain('un\ufffd & <mot>')
})
