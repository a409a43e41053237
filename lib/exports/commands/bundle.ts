import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import type { Prisma } from '../../generated/prisma/client'
import { resultsIn } from '../../results/queries/results'
import type { SurveyRecord } from '../../surveys/queries/public'
import { askedQuestions, type Chosen, countRows } from '../queries/tables'
import { ddiCodebook, methodsNote } from '../rules/codebook'
import type { Manifest } from '../rules/manifest'
import { EXTENSIONS, type Format, TABLES } from '../rules/table'
import { tableOf } from './tables'
import { hashOf, type Written, wholeFile, writeTable } from './write'

const IN_BUNDLE: Format[] = ['csv', 'jsonl']

/** All of a survey as one ZIP: every table, the wording, a codebook, a note on method, and what each file must hash to. */
export async function writeBundle(
  tx: Prisma.TransactionClient,
  survey: SurveyRecord,
  { allTexts }: Chosen,
  file: string,
  onRows: (rows: number, total: number) => void,
): Promise<Written> {
  // Beside the file, and by its name: what a process that died left is found and removed.
  const folder = `${file}.files`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  try {
    const { view } = survey
    const questions = await askedQuestions(tx, survey.id)
    const results = await resultsIn(tx, survey)
    const files: Manifest['files'] = []
    let rows = 0
    let total = 0
    for (const table of TABLES)
      total += IN_BUNDLE.length * (await countRows(tx, survey.id, table, { allTexts }))
    for (const table of TABLES)
      for (const format of IN_BUNDLE) {
        const name = `${table}.${EXTENSIONS[format]}`
        const written = await writeTable(
          await tableOf(tx, survey, table, { allTexts }),
          format,
          path.join(folder, name),
          (count) => onRows(rows + count, total),
        )
        rows += written.rows
        files.push({ name, ...written })
      }
    const study = {
      slug: view.slug,
      title: view.title,
      source: view.source.name,
      ballots: results.ballots + results.earlier,
      at: results.at,
    }
    const texts = {
      'questions.json': `${JSON.stringify(questions, null, 2)}\n`,
      'results.json': `${JSON.stringify(results)}\n`,
      'codebook.xml': ddiCodebook(study, questions),
      'methode.md': methodsNote(study, questions),
    }
    for (const [name, text] of Object.entries(texts)) {
      const at = path.join(folder, name)
      await writeFile(at, text)
      files.push({ name, rows: 0, bytes: (await stat(at)).size, sha256: await hashOf(at) })
    }
    const manifest: Manifest = { slug: view.slug, at: results.at, hash: results.hash, files }
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await wholeFile(file, (part) => zip(folder, [...files.map(({ name }) => name), 'manifest.json'], part))
    return { rows, bytes: (await stat(file)).size, sha256: await hashOf(file) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function zip(folder: string, names: string[], file: string): Promise<void> {
  const archive = new yazl.ZipFile()
  for (const name of names) archive.addFile(path.join(folder, name), name)
  archive.end()
  await pipeline(archive.outputStream, createWriteStream(file))
}
