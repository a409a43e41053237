import { stat } from 'node:fs/promises'
import { openZip, type ZipInput } from '../../platform/runtime/zip'
import { isIntact } from '../../results/rules/snapshot'
import { type Results, results as resultsSchema } from '../../results/schema'
import { ballotTable } from '../rules/ballots'
import { CHECKSUM_BYTES, CHECKSUM_LABEL } from '../rules/checksum-trailer'
import { CODED, coded } from '../rules/coded'
import { DecisionCheck } from '../rules/decision-check'
import { manifest as manifestSchema } from '../rules/manifest'
import type { AskedQuestion } from '../rules/question-columns'
import { Recount } from '../rules/recount'
import { resultRows } from '../rules/results'
import { TABLES, type Value } from '../rules/table'
import { readThrough, textOf } from './archive'
import { firstDifference } from './compare-formats'
import { sealOf } from './zip'

/** The place of the time in a row of results. */
const AT = 2

async function sealProblem(file: string, { comment }: ZipInput): Promise<string[]> {
  const seal = await sealOf(file, (await stat(file)).size - CHECKSUM_BYTES)
  return comment === CHECKSUM_LABEL + seal ? [] : ['the ZIP file: some of its bytes were changed']
}

/** The cited results in `snapshots.jsonl`, each what its hash says, and the table of them line by line. */
async function checkResults(zip: ZipInput, now: Results, questions: AskedQuestion[]): Promise<string[]> {
  const found: string[] = []
  const lines = (await textOf(zip, 'snapshots.jsonl')).split('\n').filter(Boolean)
  const snapshots = lines.map((line) => resultsSchema.parse(JSON.parse(line)))
  for (const { seq, version } of snapshots.filter((one) => !isIntact(one)))
    found.push(`snapshots.jsonl: the figures of ${seq} (version ${version}) do not have their hash`)
  if (snapshots.at(-1)?.hash !== now.hash) found.push('snapshots.jsonl: the last is not results.json')
  const rows = snapshots.flatMap((one) =>
    resultRows(one, questions).map((row) => {
      // Bundles written before `avis-export/2` have the instant itself, not its minute.
      const former = row.map((value, index) => (index === AT ? one.at : value))
      return [JSON.stringify(row), JSON.stringify(former)]
    }),
  )
  const table = (await textOf(zip, 'results.jsonl')).split('\n').filter(Boolean)
  const wrong = rows.findIndex(
    (row, at) => !row.includes(JSON.stringify(Object.values(JSON.parse(table[at] ?? '{}')))),
  )
  if (wrong >= 0 || rows.length !== table.length)
    found.push(`results.jsonl: row ${(wrong >= 0 ? wrong : rows.length) + 1} is not what was published`)
  return found
}

/** Whether the table in numbers has those of the words in `ballots.jsonl`; older bundles do not have it. */
async function checkCodes(zip: ZipInput, questions: AskedQuestion[], setAside: boolean): Promise<string[]> {
  if (!zip.names.includes(`${CODED}.csv`)) return []
  // The language is that of headings, which the file does not have.
  const { columns } = ballotTable(questions, { setAside, language: 'fr' })
  const table = coded(columns)
  const lineOf = (line: Record<string, Value>) =>
    Object.fromEntries(
      columns.flatMap(({ name }, column) => {
        const value = table.cell(line[name] ?? null, column)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  return [await firstDifference(zip, 'ballots', { file: CODED, lineOf })].flatMap((one) => one ?? [])
}

/**
 * Checks a bundle from nothing but itself: no byte of the ZIP was changed, every file is what the manifest says, both
 * files of a table say the same, numbers for choices too, cited results have their hash, every text has the decision that the table of decisions
 * has, and the public figures are what the ballots add up to. Resolves to where that is not so; to nothing when all
 * is equal.
 */
export async function verifyBundle(file: string): Promise<string[]> {
  const found: string[] = []
  let zip: ZipInput
  try {
    zip = await openZip(file)
  } catch (error) {
    return [`this is no ZIP file that can be read: ${(error as Error).message}`]
  }
  try {
    found.push(...(await sealProblem(file, zip)))
    const { files, hash, setAside } = manifestSchema.parse(JSON.parse(await textOf(zip, 'manifest.json')))
    const results = resultsSchema.parse(JSON.parse(await textOf(zip, 'results.json')))
    const questions = JSON.parse(await textOf(zip, 'questions.json')) as AskedQuestion[]
    if (!isIntact(results) || results.hash !== hash)
      found.push('results.json: the figures do not have their hash')
    const recount = new Recount(questions, results.version)
    const decisions = new DecisionCheck()
    const readers: Record<string, (line: string) => void> = {
      'ballots.jsonl': (line) => recount.add(JSON.parse(line)),
      'decisions.jsonl': (line) => decisions.decision(JSON.parse(line)),
      'comments.jsonl': (line) => decisions.comment(JSON.parse(line)),
    }
    for (const { name, sha256, rows } of files) {
      const read = await readThrough(zip, name, readers[name])
      if (read.sha256 !== sha256) found.push(`${name}: not the file that was exported (SHA-256 differs)`)
      if (name.endsWith('.jsonl') && read.rows !== rows) found.push(`${name}: ${read.rows} rows, not ${rows}`)
    }
    const unknown = zip.names.filter(
      (name) => name !== 'manifest.json' && !files.some((known) => known.name === name),
    )
    for (const name of unknown) found.push(`${name}: not in the manifest`)
    for (const table of TABLES) found.push(...[await firstDifference(zip, table)].flatMap((one) => one ?? []))
    found.push(...(await checkCodes(zip, questions, setAside)))
    found.push(...(await checkResults(zip, results, questions)))
    return [...found, ...decisions.differences(), ...recount.differences(results)]
  } catch (error) {
    return [...found, `the bundle cannot be read: ${(error as Error).message}`]
  } finally {
    await zip.close()
  }
}
