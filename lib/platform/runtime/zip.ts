import { createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable, Writable } from 'node:stream'
import { TransformStream } from 'node:stream/web'
import {
  configure,
  type Entry,
  type EntryGetDataOptions,
  type FileEntry,
  Reader,
  ZipReader,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from '@zip.js/zip.js'

// Node deflates in threads of its own.
configure({ useWebWorkers: false })

/** APPNOTE.TXT of PKWARE, 4.4.5. */
const DEFLATE = 8

/** An entry of an archive and its bytes as they are stored. */
type Stored = { entry: FileEntry; bytes: Readable }

/** An archive that is being written. */
export type ZipOutput = {
  /** Resolves once `source` has been read to its end: one entry at a time. */
  add: (name: string, source: Readable) => Promise<void>
  /** Adds an entry of which `source` has the content deflated already: `bytes` of it before, with this checksum. */
  addDeflated: (name: string, source: Readable, content: { bytes: number; crc32: number }) => Promise<void>
  /** Copies an entry of another archive as it is stored, without inflating it. */
  copy: (name: string, stored: Stored) => Promise<void>
  /** Writes the directory of entries and `comment`, the last bytes of the file. */
  end: (comment?: string) => Promise<void>
}

/** Writes a ZIP to `file` entry by entry, as they are added. Entries beyond 4 GB are Zip64. */
export function writeZip(file: string, mode = 0o666): ZipOutput {
  const output = createWriteStream(file, { mode })
  const archive = new ZipWriter(Writable.toWeb(output))
  const add = async (name: string, source: Readable, options?: ZipWriterAddDataOptions) => {
    try {
      await archive.add(name, Readable.toWeb(source) as ReadableStream, options)
    } catch (error) {
      // A full disk must end the source too, and a broken source the file: neither waits for the other.
      source.destroy(error as Error)
      output.destroy()
      throw error
    }
  }
  return {
    add: (name, source) => add(name, source),
    addDeflated: (name, source, { bytes, crc32 }) =>
      add(name, source, { passThrough: true, compressionMethod: DEFLATE, uncompressedSize: bytes, crc32 }),
    copy: (name, { entry, bytes }) => add(name, bytes, { entry, passThrough: true }),
    end: async (comment = '') => {
      await archive.close(Buffer.from(comment))
    },
  }
}

/** Reads only the requested ranges of a file. */
class FileReader extends Reader<FileHandle> {
  readonly #handle: FileHandle

  constructor(handle: FileHandle, size: number) {
    super(handle)
    this.#handle = handle
    this.size = size
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, index)
    return buffer.subarray(0, bytesRead)
  }
}

/** An open archive. */
export type ZipInput = {
  names: string[]
  /** The comment at the end of the archive. */
  comment: string
  /** Returns the stated size of an entry in bytes; undefined if there is none of that name. */
  sizeOf: (name: string) => number | undefined
  /** Returns the bytes of an entry. The stream fails if they do not match the archive's checksum. */
  read: (name: string) => Readable
  /** Returns an entry as it is stored, for another archive to copy. */
  stored: (name: string) => Stored
  close: () => Promise<void>
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory

/** Opens the ZIP `file`. Rejects if it is no ZIP, or damaged. */
export async function openZip(file: string): Promise<ZipInput> {
  const handle = await open(file)
  try {
    const archive = new ZipReader(new FileReader(handle, (await handle.stat()).size))
    const entries = new Map(
      (await archive.getEntries()).filter(isFile).map((entry) => [entry.filename, entry]),
    )
    const stream = (name: string, options: EntryGetDataOptions) => {
      const entry = entries.get(name)
      if (!entry) throw new Error(`${name} is missing`)
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const bytes = Readable.fromWeb(readable)
      entry.getData(writable as WritableStream, options).catch((error: Error) => bytes.destroy(error))
      return { entry, bytes }
    }
    return {
      names: [...entries.keys()],
      comment: Buffer.from(archive.comment).toString(),
      sizeOf: (name) => entries.get(name)?.uncompressedSize,
      read: (name) => stream(name, { checkSignature: true }).bytes,
      stored: (name) => stream(name, { passThrough: true }),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}
