/** Gathers what a restore erases a second time: only outcomes, from every source that knows of any. */
import { Client } from 'pg'
import { confirmIntents } from '../../lib/ballots/commands/erase'
import {
  type BallotErasure,
  type Erasure,
  erasuresIn,
  isOfBallot,
  isOfComment,
  readErasures,
} from '../../lib/ballots/commands/erasure-log'
import { db } from '../../lib/platform/db/client'
import { sessionAt } from '../../lib/platform/db/database-url'

/**
 * Milliseconds that an erasure's transaction lasts at most. One that began this long before a backup is in it, or was
 * never committed.
 */
const MAX_ERASURE_MS = 600_000

/** The sources of erasures after a restore. */
export type Sources = {
  /** The schema in which the database from before the restore is kept. */
  aside: string | undefined
  /** When the backup was written: it contains every earlier outcome. */
  at: string
  /** A list from another place, or the address of a newer database. */
  given?: string | undefined
}

/** Runs `work` on the database of an address, outside the pools. */
async function on<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(sessionAt(address))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const isAddress = (given: string) => /^postgres(?:ql)?:/.test(given)

/** Resolves to what an earlier database lists as erased, and to those of `intents` that succeeded there. */
async function knownBefore(schema: string, intents: Erasure[]): Promise<Erasure[]> {
  const [there] = await db().$queryRawUnsafe<{ list: boolean; history: boolean }[]>(
    `SELECT to_regclass('${schema}.erasure') IS NOT NULL AS list,
       to_regclass('${schema}.ballot_event') IS NOT NULL AS history`,
  )
  const listed = there?.list ? await erasuresIn((sql) => db().$queryRawUnsafe(sql), schema) : []
  const confirmed = there?.history
    ? await confirmIntents((sql, values) => db().$queryRawUnsafe(sql, ...values), intents, schema)
    : []
  return [...listed, ...confirmed]
}

/**
 * Resolves to the intents made while their consultation accepted answers: such a withdrawal was not refused as late.
 */
async function whileOpen(intents: BallotErasure[]): Promise<BallotErasure[]> {
  const rows = await db().$queryRaw<{ ballot: string }[]>`
    SELECT i.ballot FROM json_to_recordset(${JSON.stringify(intents)}::json) AS i (ballot text, at timestamptz)
    JOIN ballot b ON b.receipt_hash = decode(i.ballot, 'hex') JOIN survey s ON s.id = b.survey_id
    WHERE s.opens_at <= i.at AND (s.closes_at IS NULL OR s.closes_at > i.at)
      AND (s.archived_at IS NULL OR s.archived_at > i.at)`
  const open = new Set(rows.map(({ ballot }) => ballot))
  return intents.filter(({ ballot }) => open.has(ballot))
}

/**
 * Gathers what was erased. The sources are the restored database, the one before it, the list of this installation and
 * `given`. An older Avis noted intents before it erased; of these, refused withdrawals are left out. The history of the
 * earlier database decides, where there is one. Without it, an intent from before the backup is in the backup or was
 * refused. A later one counts if the consultation was open then (`undecided` is the number of these).
 */
export async function gatherErasures({ aside, at, given }: Sources) {
  const lists = [await readErasures(), ...(given && !isAddress(given) ? [await readErasures(given)] : [])]
  const intents = lists.flatMap((list) => list.intents)
  const outcomes = lists.flatMap((list) => list.outcomes)
  // A text's line was written within the transaction that erased it.
  outcomes.push(...intents.filter(isOfComment))
  if (given && isAddress(given))
    outcomes.push(...(await on(given, (client) => erasuresIn(async (sql) => (await client.query(sql)).rows))))
  outcomes.push(...(await erasuresIn((sql) => db().$queryRawUnsafe(sql))))
  if (aside) return { outcomes: [...outcomes, ...(await knownBefore(aside, intents))], undecided: 0 }
  const horizon = new Date(Date.parse(at) - MAX_ERASURE_MS).toISOString()
  const late = intents.filter(isOfBallot).filter((one) => one.at >= horizon)
  const open = await whileOpen(late)
  return { outcomes: [...outcomes, ...open], undecided: open.length }
}
