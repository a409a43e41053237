import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { results as resultsSchema } from '../../results/schema'
import type { AskedQuestion } from '../rules/ballots'
import { manifest as manifestSchema } from '../rules/manifest'
import { Recount } from '../rules/recount'

/** A file of a bundle larger than this is no list of questions and no page of results. */
const MOST_TEXT = 50_000_000

type Opened = { names: string[]; read: (name: string) => Promise<Readable>; close: () => void }

/** The entries of a ZIP by name. Rejects for what is no ZIP, or a damaged one. */
function openZip(file: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return reject(error)
      const entries = new Map<string, yauzl.Entry>()
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.set(entry.fileName, entry)
        zip.readEntry()
      })
      zip.on('error', reject)
      zip.on('end', () =>
        resolve({
          names: [...entries.keys()],
          close: () => zip.close(),
          read: (name) =>
            new Promise((found, failed) => {
              const entry = entries.get(name)
              if (!entry) return failed(new Error(`${name} is missing`))
              zip.openReadStream(entry, (problem, stream) => (problem ? failed(problem) : found(stream)))
            }),
        }),
      )
      zip.readEntry()
    })
  })
}

async function textOf(zip: Opened, name: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.read(name)) {
    size += chunk.length
    if (size > MOST_TEXT) throw new Error(`${name} is too large`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** Reads one file to its end: its hash and, for a table, how many rows it has. */
async function readThrough(zip: Opened, name: string, onLine?: (line: string) => void) {
  const hash = createHash('sha256')
  const lines = new PassThrough()
  let rows = 0
  const reading = (async () => {
    for await (const line of createInterface({ input: lines })) {
      if (!line) continue
      rows++
      onLine?.(line)
    }
  })()
  const source = await zip.read(name)
  source.on('data', (chunk: Buffer) => hash.update(chunk))
  await Promise.all([pipeline(source, lines), reading])
  return { sha256: hash.digest('hex'), rows }
}

/**
 * Checks a bundle from nothing but itself: every file is what the manifest says, and the public figures are what its
 * ballots add up to. Resolves to where they are not; to nothing when all is equal.
 */
export async function verifyBundle(file: string): Promise<string[]> {
  const found: string[] = []
  let zip: Opened
  try {
    zip = await openZip(file)
  } catch (error) {
    return [`this is no ZIP file that can be read: ${(error as Error).message}`]
  }
  try {
    const { files, hash } = manifestSchema.parse(JSON.parse(await textOf(zip, 'manifest.json')))
    const results = resultsSchema.parse(JSON.parse(await textOf(zip, 'results.json')))
    const questions = JSON.parse(await textOf(zip, 'questions.json')) as AskedQuestion[]
    const { hash: own, ...body } = results
    const computed = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    if (own !== computed || own !== hash) found.push('results.json: the figures do not have their hash')
    const recount = new Recount(questions, results.version)
    for (const { name, sha256, rows } of files) {
      const isBallots = name === 'ballots.jsonl'
      const read = await readThrough(
        zip,
        name,
        isBallots ? (line) => recount.add(JSON.parse(line)) : undefined,
      )
      if (read.sha256 !== sha256) found.push(`${name}: not the file that was exported (SHA-256 differs)`)
      if (name.endsWith('.jsonl') && read.rows !== rows) found.push(`${name}: ${read.rows} rows, not ${rows}`)
    }
    const unknown = zip.names.filter(
      (name) => name !== 'manifest.json' && !files.some((known) => known.name === name),
    )
    for (const name of unknown) found.push(`${name}: not in the manifest`)
    return [...found, ...recount.differences(results)]
  } catch (error) {
    return [...found, `the bundle cannot be read: ${(error as Error).message}`]
  } finally {
    zip.close()
  }
}
