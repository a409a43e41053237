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
import { WORKER_FLAGS } from '../../lib/server/worker-process'
import { createDatabase, migrate } from '../../prisma/migrate'
import { commandArguments } from '../cli/arguments'
import { startPostgres } from '../postgres'
import { temporaryFolder } from '../testing/folder'
import { copyBallots } from './copy-baseline'
import { countRows } from './count-rows'
import { writeSection } from './document-section'
import { busyReason, type Foreign, MOST_FOREIGN_CORES, postmasterIn, watchOthers } from './foreign'

const FORMATS = [
  'csv',
  'csv-excel-fr',
  'csv-excel-en',
  'jsonl',
  'parquet',
  'sav',
  'polis',
  'bundle',
  'xlsx',
] as const
/** Of the speed of COPY at least. Those of sav and bundle are twice what they were on 28 November 2026. */
const SHARES: Partial<Record<(typeof FORMATS)[number], number>> = {
  csv: 0.7,
  sav: 0.66,
  bundle: 0.28,
  xlsx: 0.45,
}
const GROWN = 120e6
/** Readers' votes wait for as long in a process that also makes exports. */
const HELD_MS = 100
const SMALL = 2_000
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
type Measured = {
  rows: number
  seconds: number
  bytes: number
  /** By how many bytes the process, V8's heap and memory outside of that heap grew at most. */
  grown: { rss: number; heap: number; external: number }
  /** For how many milliseconds the event loop was held at most. */
  held: number
}

/** Ballots of a run that docs/performance.md records. */
const RECORDED = 1_000_000
const { options: values, misuse } = commandArguments('bench:exports')
const ballots = Number(values.ballots ?? RECORDED)
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
    execArgv: [...WORKER_FLAGS, '--import', 'tsx'],
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
  const lines: Line[] = []
  const watch = watchOthers(postmasterIn(folder))
  for (const format of formats) {
    // Just before each format: what else the machine does changes within minutes.
    const copy = await copyBallots(client, survey.id, path.join(files, 'copy'))
    const one = await measured(survey.slug, small.slug, format)
    const { seconds, bytes, grown, held, last } = one
    if (last !== ballots) throw new Error(`${format}: ${last} rows in the file, not ${ballots}`)
    const share = copy.seconds / seconds
    lines.push({ ...one, format, copySeconds: copy.seconds, share })
    console.log(
      `${format}: ${seconds.toFixed(1)} s, ${Math.round(ballots / seconds)} ballots/s, ${share.toFixed(2)} of COPY (${copy.seconds.toFixed(1)} s), ` +
        `memory +${megabytes(grown.rss)} (heap ${megabytes(grown.heap)}, outside ${megabytes(grown.external)}), ` +
        `event loop held ${Math.round(held)} ms, ${megabytes(bytes)}, ${last} rows read back`,
    )
    rmSync(path.join(files, format))
  }
  const others = watch.stop()
  const busy = busyReason('during', others)
  if (busy) console.log(`Not good enough to be stored. ${busy}`)
  // Only a whole run is worth recording; one with fewer ballots tries the bench itself.
  else if (!values.format && ballots >= RECORDED) writeSection('exports', report(lines, others))
  const missed = lines.flatMap(missedBy)
  console.log(missed.length ? `Missed: ${missed.join('; ')}.` : 'The goals are met.')
  process.exitCode = missed.length || busy ? 1 : 0
} finally {
  await (await import('../../lib/platform/db/client')).closeDb()
  await client.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Line = Measured & { format: (typeof FORMATS)[number]; share: number; last: number; copySeconds: number }

/** Returns which goals an export missed, in words. */
function missedBy({ format, share, grown, held }: Line): string[] {
  const wanted = SHARES[format] ?? 0
  return [
    ...(share < wanted ? [`${format} at ${share.toFixed(2)} of COPY, not ${wanted}`] : []),
    ...(grown.rss > GROWN ? [`${format} with ${megabytes(grown.rss)} more, not ${megabytes(GROWN)}`] : []),
    ...(held > HELD_MS ? [`${format} held the event loop for ${Math.round(held)} ms, not ${HELD_MS}`] : []),
  ]
}

function goalOf({ format }: Line): string {
  return SHARES[format] === undefined ? '' : `≥ ${SHARES[format]}`
}

function report(lines: Line[], { cores }: Foreign): string {
  const number = (value: number, digits = 0) => value.toFixed(digits)
  return `## Exports

\`npm run bench:exports\`: ${ballots.toLocaleString('en')} ballots with six answers each and a published text on every
tenth, on a PostgreSQL of its own. Speed is that of ballots into a finished, hashed file, beside
\`COPY … TO STDOUT\` of the same rows into a file, measured just before each format. Memory is by how much the exporting
process grew at most, in all and by its parts: V8's heap, and buffers outside of that heap. \`perf_hooks.monitorEventLoopDelay\`
tells for how long the event loop was held at most. After each export an independent reader counts the rows of the file.

| format | seconds | COPY, s | ballots/s | of COPY | goal | memory grew by | heap | buffers | loop held | file | rows read back | |
| ------ | ------: | ------: | --------: | ------: | ---: | -------------: | ---: | ------: | --------: | ---: | -------------: | --- |
${lines
  .map((line) => {
    const { format, seconds, copySeconds, share, grown, held, bytes, last } = line
    const { rss, heap, external } = grown
    const verdict = missedBy(line).length ? '**missed**' : 'met'
    return `| ${format} | ${number(seconds, 1)} | ${number(copySeconds, 1)} | ${number(ballots / seconds)} | ${number(share, 2)} | ${goalOf(line)} | ${megabytes(rss)} | ${megabytes(heap)} | ${megabytes(external)} | ${number(held)} ms | ${megabytes(bytes)} | ${last} | ${verdict} |`
  })
  .join('\n')}

Memory may grow by ${megabytes(GROWN)} at most, and the event loop be held for ${HELD_MS} ms. Others used ${number(cores, 2)} cores during the run: their
work takes from both sides, and not always equally. A run beside more than ${MOST_FOREIGN_CORES} is not stored.
`
}
