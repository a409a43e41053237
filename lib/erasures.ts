import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { env } from './env'

/** An author had every word up to this revision of a comment removed. By id alone: no word, no reader. */
export const erasure = z.strictObject({
  comment: z.uuid(),
  revision: z.int().positive(),
  at: z.iso.datetime(),
})
export type Erasure = z.infer<typeof erasure>

/** Beside the database and not in it, so that it is still there when the database of yesterday comes back. */
export const erasuresFile = () => path.resolve(env().AVIS_DATA, 'erasures.jsonl')

/** Adds to the list, on disk when it resolves. For a transaction that erases: before it commits. */
export async function noteErasures(erasures: Erasure[]): Promise<void> {
  const file = erasuresFile()
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  try {
    // One write, so that lines of two processes do not run into each other.
    await handle.appendFile(erasures.map((one) => `${JSON.stringify(one)}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
