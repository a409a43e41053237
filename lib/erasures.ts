import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { env } from './env'

const at = z.iso.datetime()
/** An author had every word up to this revision of a comment removed. By id alone: no word, no reader. */
const ofComment = z.strictObject({ comment: z.uuid(), revision: z.int().positive(), at })
/** A reader took their answers out of the count: what is stored of their receipt. */
const ofBallot = z.strictObject({ ballot: z.hex().length(64), at })
export const erasure = z.union([ofComment, ofBallot])
export type CommentErasure = z.infer<typeof ofComment>
export type Erasure = z.infer<typeof erasure>

export const isOfComment = (one: Erasure): one is CommentErasure => 'comment' in one
export const isOfBallot = (one: Erasure): one is z.infer<typeof ofBallot> => 'ballot' in one

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
