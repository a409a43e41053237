import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { type Digest, digesting, type Output } from './output'

/** A third of the default's time for a fifth more bytes (docs/decisions/exports.md). */
const LEVEL = 3
const CHUNK = 64 * 1024

/** What a ZIP says of an entry: besides the digest of its content, the checksum. */
export type Deflated = Digest & { crc32: number }

/**
 * Writes the content of a ZIP's entry, deflated, to `file`. Threads of Node's own deflate what was written last while
 * the caller makes more.
 */
export async function openDeflated(file: string): Promise<Output<Deflated>> {
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK })
  const output = createWriteStream(file)
  await once(output, 'open')
  const digest = digesting()
  let checksum = 0
  const done = pipeline(deflate, output)
  let taken: Promise<void> = Promise.resolve()
  let release = () => {}
  // A failure is told to the one who writes next: what is being written then will not be taken.
  done.catch(() => release())
  return {
    write: async (data) => {
      await taken
      if (deflate.destroyed) await done
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      digest.update(bytes)
      checksum = crc32(bytes, checksum)
      taken = new Promise((resolve) => {
        release = resolve
        deflate.write(bytes, () => resolve())
      })
    },
    end: async () => {
      deflate.end()
      await done
      return { ...digest.digest(), crc32: checksum }
    },
    close: async () => {
      deflate.destroy(new Error('left off'))
      await done.catch(() => undefined)
    },
  }
}
