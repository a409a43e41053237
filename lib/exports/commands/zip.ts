import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeZip } from '../../platform/runtime/zip'
import { CHECKSUM_BYTES, CHECKSUM_LABEL } from '../rules/checksum-trailer'
import { type Deflated, openDeflated } from '../writers/deflated'
import { type Digest, digestOf, type Open } from '../writers/output'
import { wholeFile } from './write'

/** Adds a file of a few lines. */
export type AddText = (name: string, text: string) => Promise<Digest>

/**
 * Makes the ZIP `file` of the files that `work` opens and ends, in this order. Several may be written at a time: each is
 * deflated into a file of its own, in a folder beside `file` and named after it, so that what a process left that died is
 * found and removed.
 */
export async function zipFile(
  file: string,
  work: (open: Open, add: AddText) => Promise<void>,
): Promise<Digest> {
  const folder = `${file}.files`
  const entries = new Map<string, Deflated | undefined>()
  const openEntry: Open = async (name) => {
    entries.set(name, undefined)
    const output = await openDeflated(path.join(folder, name))
    const end = async () => {
      const deflated = await output.end()
      entries.set(name, deflated)
      return deflated
    }
    return { ...output, end }
  }
  const add: AddText = async (name, text) => {
    const output = await openEntry(name)
    await output.write(text)
    return output.end()
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  try {
    await work(openEntry, add)
    return await wholeFile(file, (part) => join(folder, entries, part))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Puts deflated files of `folder` into the ZIP `file`. Its last bytes, in what ZIP calls the archive's comment, are the
 * SHA-256 of all bytes before them: its reader can tell that nothing was changed on the way.
 */
async function join(folder: string, entries: Map<string, Deflated | undefined>, file: string) {
  const archive = writeZip(file)
  for (const [name, deflated] of entries) {
    if (!deflated) throw new Error(`${name} was opened and not ended`)
    await archive.addDeflated(name, createReadStream(path.join(folder, name)), deflated)
  }
  await archive.end(CHECKSUM_LABEL + '0'.repeat(CHECKSUM_BYTES))
  const before = (await stat(file)).size - CHECKSUM_BYTES
  const handle = await open(file, 'r+')
  try {
    await handle.write(await sealOf(file, before), before)
  } finally {
    await handle.close()
  }
  return digestOf(file)
}

/** What the first `bytes` bytes of a file hash to. */
export async function sealOf(file: string, bytes: number): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { end: bytes - 1 }), hash)
  return hash.digest('hex')
}
