import { createHash } from 'node:crypto'
import type { ZipInput } from '../../platform/runtime/zip'

/** A file of a bundle larger than this is no list of questions and no page of results. */
const MAX_TEXT = 50_000_000

/** All of a small file. Rejects for one that is too large to be one. */
export async function textOf(zip: ZipInput, name: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of zip.read(name)) {
    size += chunk.length
    if (size > MAX_TEXT) throw new Error(`${name} is too large`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** The lines of a file. Only a line feed ends one: in JSON other line ends are part of somebody's text. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest) yield rest
}

/** Reads one file to its end: its hash and how many lines it has that are not empty. */
export async function readThrough(zip: ZipInput, name: string, onLine?: (line: string) => void) {
  const hash = createHash('sha256')
  const source = zip.read(name)
  async function* hashed() {
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk as Buffer
    }
  }
  let rows = 0
  for await (const line of linesOf(hashed())) {
    if (!line) continue
    rows++
    onLine?.(line)
  }
  return { sha256: hash.digest('hex'), rows }
}
