import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { Prisma, PrismaClient } from './generated/prisma/client'
import { log } from './log'
import { oncePerProcess } from './process'

/** For SQL put together from pieces: each piece keeps its values apart from its words. */
export { Prisma }

/** No query of ours takes this long on purpose; one that does must not hold a connection for ever. */
const STATEMENT_TIMEOUT_MS = 10_000
const CONNECT_TIMEOUT_MS = 5_000

/** SQL that begins with this comment is planned once per connection and then reused by its name. */
const NAMED = /^\/\* (\w+) \*\//

export function db(): PrismaClient {
  return oncePerProcess('db', () => {
    const adapter = new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: env().DATABASE_POOL,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        // UTC on every connection: the adapter reads timestamps as if the session were in UTC.
        options: `-c timezone=UTC -c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
      },
      {
        statementNameGenerator: (query) => NAMED.exec(query.sql)?.[1] ?? '',
        onPoolError: (error) => log().warn({ err: error }, 'database connection lost'),
      },
    )
    return new PrismaClient({ adapter })
  })
}
