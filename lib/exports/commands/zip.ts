import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeZip } from '../../platform/runtime/zip'
import { CHECKSUM_BYTES, CHECKSUM_LABEL } from '../rules/checksum-trailer'
import { wholeFile } from './write'

/** Does `work` in a folder beside `file`, named after it: what a process that died left is found and removed. */
export async function inFolder(file: string, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = `${file}.files`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Puts files of `folder` into the ZIP `file`. Its last bytes, in what ZIP calls the archive's comment, are the SHA-256
 * of all bytes before them: its reader can tell that nothing was changed on the way.
 */
export const zip = (folder: string, names: string[], file: string) =>
  wholeFile(file, async (part) => {
    const archive = writeZip(part)
    for (const name of names) await archive.add(name, createReadStream(path.join(folder, name)))
    await archive.end(CHECKSUM_LABEL + '0'.repeat(CHECKSUM_BYTES))
    const before = (await stat(part)).size - CHECKSUM_BYTES
    const handle = await open(part, 'r+')
    try {
      await handle.write(await sealOf(part, before), before)
    } finally {
      await handle.close()
    }
  })

/** What the first `bytes` bytes of a file hash to. */
export async function sealOf(file: string, bytes: number): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { end: bytes - 1 }), hash)
  return hash.digest('hex')
}
