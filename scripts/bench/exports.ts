/**
 * `npm run bench:exports [-- --ballots N --format F]`: measures how fast a million ballots become a file of each
 * format. The reference is `COPY … TO STDOUT` of the same rows in the same run. Measures the growth of memory too.
 * Starts its own PostgreSQL with durable settings, and writes its part of docs/performance.md.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { createDatabase, migrate } from '../../prisma/migrate'
import { given } from '../cli/arguments'
import { startPostgres } from '../postgres'
import { temporaryFolder } from '../testing/folder'
import { copyBallots } from './copy'
import { countRows } from './count-rows'
import { writeSection } from './section'

const FORMATS = ['csv', 'csv-excel-fr', 'jsonl', 'parquet', 'sav', 'polis', 'bundle', 'xlsx'] as const
const GOALS = { share: 1 / 3, grown: 150e6 }
const SMALL = 2_000
type Measured = { rows: number; seconds: number; bytes: number; grown: number }

const { options: values, misuse } = given('bench:exports')
const ballots = Number(values.ballots ?? 1_000_000)
if (!Number.isInteger(ballots) || ballots < 1) misuse('--ballots is a number from 1 on.')
const formats = FORMATS.filter((format) => !values.format || values.format === format)
if (!formats.length) misuse(`There is no format «${values.format}»: ${FORMATS.join(', ')}.`)

const folder = temporaryFolder()
const files = path.join(folder, 'files')
mkdirSync(files)
const postgres = await startPostgres(folder, () => undefined)
const url = postgres.url('bench')
await createDatabase(url)
await migrate(url)
Object.assign(process.env, {
  DATABASE_URL: url,
  AVIS_SECRET: 'the secret of a bench that nobody visits',
  LOG_LEVEL: 'warn',
})
const client = new Client({ connectionString: url, options: '-c timezone=UTC' })
await client.connect()

async function measured(slug: string, small: string, format: string): Promise<Measured & { last: number }> {
  const file = path.join(files, format)
  const child = fork(path.join(import.meta.dirname, 'export-one.ts'), [slug, small, format, file], {
    execArgv: ['--import', 'tsx'],
  })
  const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Measured | number]
  if (typeof said === 'number') throw new Error(`the export as ${format} failed`)
  return { ...said, last: await countRows(format, file) }
}

try {
  const { surveyOf } = await import('./million')
  console.log(`Making ${ballots} ballots…`)
  const survey = await surveyOf(client, ballots)
  const small = await surveyOf(client, SMALL)
  await copyBallots(client, survey.id, path.join(files, 'warm'))
  const copy = await copyBallots(client, survey.id, path.join(files, 'copy'))
  const rate = ballots / copy.seconds
  console.log(`COPY: ${copy.seconds.toFixed(1)} s, ${Math.round(rate)} rows/s`)
  const lines = []
  let met = true
  for (const format of formats) {
    const { rows, seconds, bytes, grown, last } = await measured(survey.slug, small.slug, format)
    if (last !== ballots) throw new Error(`${format}: ${last} rows in the file, not ${ballots}`)
    const share = ballots / seconds / rate
    if (format === 'csv' && (share < GOALS.share || grown > GOALS.grown)) met = false
    const line = { format, rows, seconds, bytes, grown, share, last }
    lines.push(line)
    console.log(
      `${format}: ${seconds.toFixed(1)} s, ${Math.round(ballots / seconds)} ballots/s, ${share.toFixed(2)} of COPY, ` +
        `memory +${Math.round(grown / 1e6)} MB, ${Math.round(bytes / 1e6)} MB, ${last} rows read back`,
    )
    rmSync(path.join(files, format))
  }
  // Only a whole run is worth recording.
  if (!values.format) writeSection('exports', report(copy.seconds, lines))
  console.log(met ? 'The goal is met: csv ≥ 1/3 of COPY, memory < 150 MB.' : 'The goal is NOT met.')
  process.exitCode = met ? 0 : 1
} finally {
  await client.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Line = Measured & { format: string; share: number; last: number }

function report(copySeconds: number, lines: Line[]): string {
  const number = (value: number, digits = 0) => value.toFixed(digits)
  return `## Exports

\`npm run bench:exports\`: ${ballots.toLocaleString('en')} ballots with six answers each and a published text on every
tenth, on a PostgreSQL of its own. Speed is that of ballots into a finished, hashed file, beside
\`COPY … TO STDOUT\` of the same rows into a file, measured just before (${number(copySeconds, 1)} s,
${number(ballots / copySeconds)} rows/s). Memory is by how much the exporting process grew at most. After each
export an independent reader counts the rows of the file.

| format | seconds | ballots/s | of COPY | memory grew by | file | rows read back |
| ------ | ------: | --------: | ------: | -------------: | ---: | -------------: |
${lines
  .map(
    ({ format, seconds, share, grown, bytes, last }) =>
      `| ${format} | ${number(seconds, 1)} | ${number(ballots / seconds)} | ${number(share, 2)} | ${number(grown / 1e6)} MB | ${number(bytes / 1e6)} MB | ${last} |`,
  )
  .join('\n')}

The goal is a third of COPY for csv and less than 150 MB.
`
}
