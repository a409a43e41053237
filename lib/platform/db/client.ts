import { AsyncLocalStorage } from 'node:async_hooks'
import type { QueryResultRow } from 'pg'
import { env } from '../runtime/env'
import { oncePerProcess } from '../runtime/per-process'
import { log } from '../telemetry/log'
import { boundedAdapter } from './adapter'
import { sessionAt, wrongZone } from './database-url'
import { Prisma, PrismaClient } from './generated/prisma/client'
import { routedAdapter } from './routed-adapter'

export type { FeedItem, FeedOutcome } from './generated/prisma/client'
/** Builds SQL from pieces; each piece keeps its values apart from its text. */
export { Prisma }

/** Milliseconds after the database's own limit at which we give up on a query: by then no answer will come. */
const STALL_MS = 3_000
const CONNECT_TIMEOUT_MS = 5_000
const statementMs = () => env().DATABASE_TIMEOUT * 1000
/** Connections of the pool for votes. One writes batches; the others read surveys and counts, once for all who ask. */
const FOR_VOTES = 3
/** Connections for work on all ballots: two analyses, one export, and one moderator who sets ballots aside. */
const FOR_LONG_WORK = 4
/** Limits a statement of such work, in milliseconds. */
export const LONG_WORK_MS = 120_000

/**
 * Matches SQL that begins with a comment as name. PostgreSQL plans it once per connection and reuses the plan by name.
 */
const NAMED = /^\/\* (\w+) \*\//

/** Returns the adapter of a pool of `max` connections whose statements last at most `longest` milliseconds. */
const adapterOf = (max: number, longest = statementMs()) =>
  boundedAdapter(
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

const forVotes = () => Math.min(FOR_VOTES, env().DATABASE_POOL - 1)

/** The pools of a process: for votes, for work on all ballots, and for everything else. */
type Pool = 'votes' | 'long' | 'rest'
const POOLS: Pool[] = ['rest', 'votes', 'long']
const chosen = () => oncePerProcess('pool', () => new AsyncLocalStorage<Pool>())

/** Runs `work`, whose queries get connections of `pool`. It should do nothing else, since that would inherit the pool. */
const inPool = <T>(pool: Pool, work: () => PromiseLike<T>): Promise<T> =>
  // A query of Prisma begins when it is awaited, which must therefore happen here.
  chosen().run(pool, async () => await work())

const voteAdapter = () => oncePerProcess('vote-adapter', () => adapterOf(forVotes()))

/** Prisma's own two and five seconds end what a busy database would still have done. */
const connect = () =>
  new PrismaClient({
    adapter: routedAdapter(
      {
        rest: adapterOf(env().DATABASE_POOL - forVotes()),
        votes: voteAdapter(),
        long: adapterOf(FOR_LONG_WORK, LONG_WORK_MS),
      },
      () => chosen().getStore() ?? 'rest',
    ),
    transactionOptions: { maxWait: CONNECT_TIMEOUT_MS, timeout: statementMs() },
  })

/** Returns the client for everything that is neither a vote nor long work. */
export const db = () => oncePerProcess('db', connect)

/**
 * Runs a statement on a connection of `voteDb` by the driver that Prisma's adapter holds: for the write of ballots alone
 * (docs/decisions/group-commit.md says what Prisma costs there). It is planned once per connection by its name. Errors
 * are the driver's own, as `databaseFault` knows them too.
 */
export async function voteStatement<R extends QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<R[]> {
  const { rows } = await voteAdapter().pool().query<R>({ name, text, values })
  return rows
}

/** Runs one query on a connection for votes, as `voteDb` does. */
export const onVotePool = <T>(query: () => PromiseLike<T>): Promise<T> => inPool('votes', query)

/** Returns what votes, and every reader who votes or sees the counts, need of the client. Nothing slow may use it. */
export const voteDb = () => ({
  $queryRaw: (<T>(...given: Parameters<PrismaClient['$queryRaw']>) =>
    onVotePool(() => db().$queryRaw<T>(...given))) as PrismaClient['$queryRaw'],
})

type LongOptions = { isolationLevel?: Prisma.TransactionIsolationLevel; timeout?: number; maxWait?: number }

/** Returns what work on all ballots of a survey needs of the client. A statement of it may last two minutes. */
export const longDb = () => ({
  $transaction: <T>(work: (tx: Prisma.TransactionClient) => Promise<T>, options: LongOptions = {}) =>
    inPool('long', () =>
      // What else the work reads has its connections from the usual pool.
      db().$transaction((tx) => chosen().run('rest', () => work(tx)), { timeout: LONG_WORK_MS, ...options }),
    ),
})

/**
 * Asks each pool for its session's time zone, over the same path as every query. A pooler on that path may drop the
 * options that a connection requests. Returns one sentence that says what is wrong, or undefined.
 */
export async function wrongSession(): Promise<string | undefined> {
  const zones = await Promise.all(
    POOLS.map((pool) => inPool(pool, () => db().$queryRaw<{ TimeZone: string }[]>`SHOW timezone`)),
  )
  return zones
    .flat()
    .map(({ TimeZone }) => wrongZone(TimeZone))
    .find(Boolean)
}

/** Closes all connections. The next query opens new ones. */
export async function closeDb() {
  await db().$disconnect()
  // A pool that only `voteStatement` has used is unknown to Prisma.
  await voteAdapter().end()
}
