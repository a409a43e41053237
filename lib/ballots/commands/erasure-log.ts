import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { db, type Prisma } from '../../platform/db/client'
import { env } from '../../platform/runtime/env'
import { log } from '../../platform/telemetry/log'

const at = z.iso.datetime()
/** The erasure of every text of a comment up to this revision. By id alone: it holds no text and no reader. */
const ofComment = z.strictObject({ comment: z.uuid(), revision: z.int().positive(), at })
/**
 * The erasure of a ballot, which left the count and lost its answers. It holds what is stored of the ballot's receipt.
 */
const ofBallot = z.strictObject({ ballot: z.hex().length(64), at })
const erasure = z.union([ofComment, ofBallot])
export type CommentErasure = z.infer<typeof ofComment>
export type BallotErasure = z.infer<typeof ofBallot>
export type Erasure = z.infer<typeof erasure>

export const isOfComment = (one: Erasure): one is CommentErasure => 'comment' in one
export const isOfBallot = (one: Erasure): one is BallotErasure => 'ballot' in one

/** An erasure that has happened, as the list holds it. */
const outcome = z.union([
  ofComment.extend({ done: z.literal(true) }),
  ofBallot.extend({ done: z.literal(true) }),
])
/** A line saying that all intents before it were compared: they match an outcome on the list, or came to nothing. */
const settled = z.strictObject({ settled: at })
const line = z.union([outcome, settled, erasure])

type Tx = Pick<Prisma.TransactionClient, '$executeRaw' | '$queryRaw'>

/**
 * Records an erasure in the transaction that erases: it is recorded if, and only if, it happens. `at` defaults to now.
 */
export async function recordErasure(
  tx: Tx,
  one: Omit<CommentErasure, 'at'> | Omit<BallotErasure, 'at'>,
  at?: Date,
) {
  const when = at ?? null
  if ('comment' in one)
    await tx.$executeRaw`
      INSERT INTO erasure AS e (comment_id, revision, at)
      VALUES (${one.comment}::uuid, ${one.revision}, coalesce(${when}::timestamptz, now()))
      ON CONFLICT (comment_id) DO UPDATE
        SET revision = greatest(e.revision, excluded.revision), at = greatest(e.at, excluded.at), filed_at = NULL
        WHERE e.revision < excluded.revision`
  else
    await tx.$executeRaw`
      INSERT INTO erasure AS e (receipt_hash, at)
      VALUES (decode(${one.ballot}, 'hex'), coalesce(${when}::timestamptz, now()))
      ON CONFLICT (receipt_hash) DO UPDATE SET at = excluded.at, filed_at = NULL WHERE e.at < excluded.at`
}

type Row = { id: bigint; comment: string | null; revision: number | null; ballot: string | null; at: Date }

const erasureOf = ({ comment, revision, ballot, at }: Omit<Row, 'id'>): Erasure =>
  comment !== null && revision !== null
    ? { comment, revision, at: at.toISOString() }
    : { ballot: ballot ?? '', at: at.toISOString() }

/** Returns every erasure of a database; `run` sends it one statement. */
export async function erasuresIn(run: (sql: string) => Promise<Omit<Row, 'id'>[]>, schema = 'public') {
  const rows = await run(`
    SELECT comment_id AS comment, revision, encode(receipt_hash, 'hex') AS ballot, at
    FROM "${schema}".erasure ORDER BY id`)
  return rows.map(erasureOf)
}

/**
 * Returns the path of the list. It stands outside the database, so that it survives when yesterday's database is
 * restored.
 */
const erasuresFile = () => path.resolve(env().AVIS_DATA, 'erasures.jsonl')

/** Appends lines to the list; they are on disk when it resolves. */
async function append(lines: object[]): Promise<void> {
  if (!lines.length) return
  const file = erasuresFile()
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  try {
    // One write, so that lines of two processes do not interleave. It begins with a line break, since an earlier write
    // may have left half a line.
    await handle.appendFile(`\n${lines.map((one) => `${JSON.stringify(one)}\n`).join('')}`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Erasures copied to the list at a time. */
const BATCH = 1_000

/**
 * Copies to the list the erasures that it lacks, from every process that recorded them. Resolves to how many. At worst,
 * two concurrent processes list a row twice, which is harmless.
 */
export async function fileErasures(): Promise<number> {
  let filed = 0
  for (;;) {
    const count = await db().$transaction(async (tx) => {
      const rows = await tx.$queryRaw<Row[]>`
        SELECT id, comment_id AS comment, revision, encode(receipt_hash, 'hex') AS ballot, at FROM erasure
        WHERE filed_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`
      await append(rows.map((row) => ({ ...erasureOf(row), done: true })))
      await tx.$executeRaw`
        UPDATE erasure SET filed_at = now() WHERE id = ANY (${rows.map(({ id }) => id)}::bigint[])`
      return rows.length
    })
    filed += count
    if (count < BATCH) return filed
  }
}

/** Copies to the list at once. The regular job retries a failure: the erasure itself has happened. */
export async function fileNow(): Promise<void> {
  try {
    await fileErasures()
  } catch (error) {
    log().error({ err: error }, 'an erasure is not on the list beside the database yet')
  }
}

/**
 * Adds to this folder's list every erasure of the database that it lacks: another machine may have filed it elsewhere.
 */
export async function completeList(): Promise<void> {
  const { outcomes } = await readErasures()
  const keyOf = (one: Erasure) =>
    isOfComment(one) ? `${one.comment} ${one.revision}` : `${one.ballot} ${one.at}`
  const listed = new Set(outcomes.map(keyOf))
  const all = await erasuresIn((sql) => db().$queryRawUnsafe(sql))
  await append(all.filter((one) => !listed.has(keyOf(one))).map((one) => ({ ...one, done: true })))
  await fileErasures()
}

export type List = {
  /** What was erased. */
  outcomes: Erasure[]
  /**
   * What an older Avis noted before it erased, and may then have refused. Only lines added since such lines were last
   * compared with the database.
   */
  intents: Erasure[]
}

/**
 * Reads the list of this installation, where a missing file means that nothing was erased. Or reads `file`, which must
 * exist. Skips a last line whose write was interrupted.
 */
export async function readErasures(file?: string): Promise<List> {
  const text = await readFile(file ?? erasuresFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !file) return ''
    throw error
  })
  const list: List = { outcomes: [], intents: [] }
  for (const written of text.split('\n')) {
    const read = line.safeParse(parsedOf(written))
    if (!read.success) continue
    if ('settled' in read.data) list.intents = []
    else if ('done' in read.data) {
      const { done: _done, ...one } = read.data
      list.outcomes.push(one)
    } else list.intents.push(read.data)
  }
  return list
}

function parsedOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Records that every intent on the list was compared with the database. */
export const noteSettled = (now = new Date()) => append([{ settled: now.toISOString() }])
