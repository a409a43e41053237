import { freshSite } from '../../appearance/queries/site'
import { resultsIn } from '../../results/queries/results'
import type { Results } from '../../results/schema'
import type { SurveyRecord } from '../../surveys/queries/public'
import { dataPackage } from '../codebook/datapackage'
import { ddiCodebook } from '../codebook/ddi'
import { codebookPage } from '../codebook/page'
import { rScript } from '../codebook/r-script'
import type { Chosen, Tx } from '../queries/chosen'
import { askedQuestions } from '../queries/questions'
import { snapshotsIn } from '../queries/snapshots'
import { CODED, coded } from '../rules/coded'
import type { Manifest } from '../rules/manifest'
import { methodFile, methodNote } from '../rules/method'
import { FILE_VERSION } from '../rules/origin'
import type { Study } from '../rules/study'
import { EXTENSIONS, type Format, TABLES } from '../rules/table'
import { spssSyntax } from '../sav/syntax'
import type { WrittenFormat } from '../writers'
import { appending } from '../writers/file'
import type { Open } from '../writers/output'
import { tableOf } from './tables'
import { type Written, writeTable } from './write'
import { zipFile } from './zip'

const IN_BUNDLE: Format[] = ['csv', 'jsonl']

/**
 * All of a survey as one ZIP: every table, the wording, a codebook, a note on method, and what each file must hash to.
 * Of what may be chosen only `allTexts` and `setAside` count: the public figures are recounted from all ballots; what is
 * written for people is in `language`.
 */
export async function writeBundle(
  tx: Tx,
  survey: SurveyRecord,
  { allTexts, setAside, language }: Chosen,
  file: string,
  onRows: (rows: number, total: number) => void,
): Promise<Written> {
  const chosen = { allTexts, setAside, language }
  const { view } = survey
  const [questions, results] = [await askedQuestions(tx, survey.id), await resultsIn(tx, survey)]
  let rows = 0
  const digest = await zipFile(file, async (open, add) => {
    const files: Manifest['files'] = []
    const tables = []
    for (const name of TABLES) tables.push(await tableOf(tx, survey, name, chosen))
    const total = tables.reduce((sum, table) => sum + table.total, 0)
    const described: Study['tables'] = []
    for (const table of tables) {
      const parts: { format: WrittenFormat; file: string }[] = IN_BUNDLE.map((format) => ({
        format,
        file: `${table.name}.${EXTENSIONS[format]}`,
      }))
      if (table.name === 'ballots') parts.push({ format: 'csv-codes', file: `${CODED}.csv` })
      const onTable = (written: number) => onRows(rows + written, total)
      const written = await writeTable(table, parts, onTable, open)
      const count = written[0]?.rows ?? 0
      rows += count
      described.push({ name: table.name, columns: table.columns, rows: count })
      if (table.name === 'ballots')
        described.push({ name: CODED, columns: coded(table.columns).columns, rows: count })
      written.forEach(({ bytes, sha256 }, index) => {
        files.push({ name: parts[index]?.file ?? '', rows: count, bytes, sha256 })
      })
    }
    const study: Study = {
      slug: view.slug,
      title: view.title,
      source: view.source.name,
      site: (await freshSite()).name,
      language,
      tables: described,
      at: results.at,
      allTexts,
      setAside,
    }
    const addText = async (name: string, text: string) =>
      files.push({ name, rows: 0, ...(await add(name, text)) })
    await addText('questions.json', `${JSON.stringify(questions, null, 2)}\n`)
    await addText('results.json', `${JSON.stringify(results)}\n`)
    files.push(await addSnapshots(snapshotsIn(tx, survey, chosen), open))
    const texts = {
      'codebook.xml': ddiCodebook(study),
      'codebook.html': codebookPage(study, questions),
      [methodFile(language)]: methodNote(study, questions),
      'datapackage.json': dataPackage(study, files),
      'labels.R': rScript(study),
      'labels.sps': spssSyntax(study),
    }
    for (const [name, text] of Object.entries(texts)) await addText(name, text)
    const manifest: Manifest = {
      format: FILE_VERSION,
      slug: view.slug,
      at: results.at,
      hash: results.hash,
      allTexts,
      setAside,
      files,
    }
    await add('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  })
  return { rows, ...digest }
}

/** Adds every cited result as a line of its own. */
async function addSnapshots(
  batches: AsyncIterable<Results[]>,
  open: Open,
): Promise<Manifest['files'][number]> {
  const name = 'snapshots.jsonl'
  const lines = await appending(open, name, '', (one: Results) => `${JSON.stringify(one)}\n`)
  let rows = 0
  try {
    for await (const batch of batches) {
      await lines.write(batch)
      rows += batch.length
    }
    return { name, rows, ...(await lines.end()) }
  } catch (error) {
    await lines.close()
    throw error
  }
}
