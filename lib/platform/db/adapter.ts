import type { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { Client, Pool, type PoolClient, type PoolConfig } from 'pg'
import { oncePerProcess } from '../runtime/per-process'

type Options = NonNullable<ConstructorParameters<typeof PrismaPg>[1]>

/**
 * Limits the queries that wait for a connection to some seconds of work. Beyond it, «try again» is the honest answer.
 */
const MAX_WAITING = 1_000

/** The fields of pg's client that we read and that its types hide. */
type Inside = { connection: { stream: Socket }; _activeQuery: unknown }

/** Returns the connection pools of this process, for the metrics. */
export const openPools = () => oncePerProcess('pools', () => new Set<Pool>())

/**
 * Returns a client class that drops its connection when the server sends nothing for `stallMs` while a query runs. The
 * database's own statement limit does not help when the network to it has failed: no answer would ever arrive.
 */
function watchedClient(stallMs: number): typeof Client {
  return class WatchedClient extends Client {
    constructor(...given: ConstructorParameters<typeof Client>) {
      super(...given)
      const inside = this as unknown as Inside
      this.once('connect', () => {
        const { stream } = inside.connection
        // Only while a query runs: between two queries a connection may rest. The next query restarts the timer.
        stream.setTimeout(stallMs, () => {
          if (inside._activeQuery) stream.destroy(new Error('ETIMEDOUT: the database says nothing'))
        })
      })
    }
  }
}

type Done = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void

/** A pool that refuses queries once `MAX_WAITING` of them wait for a connection. */
class BoundedPool extends Pool {
  override connect(): Promise<PoolClient>
  override connect(done: Done): void
  override connect(done?: Done) {
    if (this.waitingCount < MAX_WAITING) return done ? super.connect(done) : super.connect()
    const error = new Error('timeout exceeded: too many wait for a connection to the database')
    return done ? done(error, undefined, () => undefined) : Promise.reject(error)
  }
}

/** Prisma's adapter, and the pool of connections that it holds. */
export type BoundedAdapter = SqlDriverAdapterFactory & {
  pool: () => Pool
  /** Closes the connections, if any were opened. */
  end: () => Promise<void>
}

/** Returns Prisma's adapter with connections that never hang forever and a queue that is limited. */
export function boundedAdapter(config: PoolConfig & { stallMs: number }, options: Options): BoundedAdapter {
  const { stallMs, ...rest } = config
  // The pool is used without Prisma too, so its errors are heard here.
  const { onPoolError, ...ofPrisma } = options
  const plain = new PrismaPg(rest, ofPrisma)
  let current: Pool | undefined
  /** Opens another pool once the last has ended: that one is of no use when the client connects again. */
  const pool = () => {
    if (current && !current.ended && !current.ending) return current
    current = new BoundedPool({ ...rest, Client: watchedClient(stallMs) } as PoolConfig)
    current.on('error', (error) => onPoolError?.(error))
    const pools = openPools()
    for (const before of pools) if (before.ended) pools.delete(before)
    pools.add(current)
    return current
  }
  return {
    provider: plain.provider,
    adapterName: plain.adapterName,
    pool,
    end: async () => {
      if (current && !current.ended && !current.ending) await current.end()
    },
    connect: () => new PrismaPg(pool(), { ...ofPrisma, disposeExternalPool: true }).connect(),
  }
}
