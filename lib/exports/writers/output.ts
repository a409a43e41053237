import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** What a file is. */
export type Digest = { bytes: number; sha256: string }

/**
 * Takes bytes one after the other, and hashes them as they come. The bytes of one `write` may be changed once the next
 * has resolved, not before. `close` is for when there will be no end.
 */
export type Output<D extends Digest = Digest> = {
  write: (data: string | Buffer) => Promise<void>
  end: () => Promise<D>
  close: () => Promise<void>
}

/** Opens what is written under a name: a file itself, or an entry of a ZIP. */
export type Open = (name: string) => Promise<Output>

/** Returns a digest of what it is given. */
export function digesting() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    update: (data: Buffer) => {
      hash.update(data)
      bytes += data.length
    },
    digest: (): Digest => ({ bytes, sha256: hash.digest('hex') }),
  }
}

/** Writes a file. One piece is written while the caller makes the next. */
export const openFile: Open = async (file) => {
  const handle = await open(file, 'w')
  const digest = digesting()
  let written: Promise<void> = Promise.resolve()
  return {
    write: async (data) => {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      digest.update(bytes)
      await written
      // Not `write`, which on a disk that is nearly full writes a part and says nothing.
      written = handle.appendFile(bytes)
      // A failure is told to the one who writes next, or ends.
      written.catch(() => undefined)
    },
    end: async () => {
      await written
      await handle.close()
      return digest.digest()
    },
    close: async () => {
      await written.catch(() => undefined)
      await handle.close()
    },
  }
}

/** What a finished file is now. */
export async function digestOf(file: string): Promise<Digest> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}
