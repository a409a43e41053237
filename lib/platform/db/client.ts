import { env } from '../runtime/env'
import { oncePerProcess } from '../runtime/per-process'
import { log } from '../telemetry/log'
import { boundedAdapter } from './adapter'
import { sessionAt, wrongZone } from './database-url'
import { Prisma, PrismaClient } from './generated/prisma/client'

export type { FeedItem, FeedOutcome } from './generated/prisma/client'
/** For SQL put together from pieces: each piece keeps its values apart from its words. */
export { Prisma }

/** How much later than the database itself we give up on a query: by then nothing will come of it. */
const STALL_MS = 3_000
const CONNECT_TIMEOUT_MS = 5_000
/** Of the connections of a process: one writes batches, the others read surveys and counts, once for all who ask. */
const FOR_VOTES = 3
/** For what goes through all ballots: two analyses, an export, and one who sets ballots aside. */
const FOR_LONG_WORK = 4
/** The longest statement of such a query. */
export const LONG_WORK_MS = 120_000

/** SQL that begins with this comment is planned once per connection and then reused by its name. */
const NAMED = /^\/\* (\w+) \*\//

function connect(max: number, longest = env().DATABASE_TIMEOUT * 1000): PrismaClient {
  const adapter = boundedAdapter(
    {
      ...sessionAt(env().DATABASE_URL, { statement_timeout: longest }),
      max,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      stallMs: longest + STALL_MS,
    },
    {
      statementNameGenerator: (query) => NAMED.exec(query.sql)?.[1] ?? '',
      onPoolError: (error) => log().warn({ err: error }, 'database connection lost'),
    },
  )
  return new PrismaClient({ adapter })
}

const forVotes = () => Math.min(FOR_VOTES, env().DATABASE_POOL - 1)

export const db = () => oncePerProcess('db', () => connect(env().DATABASE_POOL - forVotes()))

/** Connections that nothing slow may take: for votes, and what everybody needs to vote and to see the counts. */
export const voteDb = () => oncePerProcess('vote-db', () => connect(forVotes()))

/** Connections for work that goes through all ballots of a survey, and may take its time: a statement two minutes. */
export const longDb = () => oncePerProcess('long-db', () => connect(FOR_LONG_WORK, LONG_WORK_MS))

/**
 * Asks each pool for its session's time zone, through whatever stands between: a pooler may drop what the connection
 * asks for. Returns what is wrong as one sentence, or undefined.
 */
export async function wrongSession(): Promise<string | undefined> {
  const zones = await Promise.all(
    [db(), voteDb(), longDb()].map((client) => client.$queryRaw<{ TimeZone: string }[]>`SHOW timezone`),
  )
  return zones
    .flat()
    .map(({ TimeZone }) => wrongZone(TimeZone))
    .find(Boolean)
}

/** Closes all connections. The next query connects again. */
export async function closeDb() {
  await Promise.all([db(), voteDb(), longDb()].map((client) => client.$disconnect()))
}
