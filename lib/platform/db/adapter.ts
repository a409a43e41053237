import type { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { Client, Pool, type PoolClient, type PoolConfig } from 'pg'
import { oncePerProcess } from '../runtime/per-process'

type Options = NonNullable<ConstructorParameters<typeof PrismaPg>[1]>

/** Queries that may wait for a connection: some seconds of work. Past that the honest answer is «try again». */
const MOST_WAITING = 1_000

type Inside = { connection: { stream: Socket }; _activeQuery: unknown }

/** The pools of this process, for metrics. */
export const openPools = () => oncePerProcess('pools', () => new Set<Pool>())

/**
 * A connection that gives up when the other side has said nothing for `stallMs` while a query waits. The database's
 * own limit on a statement does not help when the network to it is what is gone: nothing would ever come back.
 */
function watchedClient(stallMs: number): typeof Client {
  return class WatchedClient extends Client {
    constructor(...given: ConstructorParameters<typeof Client>) {
      super(...given)
      const inside = this as unknown as Inside
      this.once('connect', () => {
        const { stream } = inside.connection
        // Only that of a query: a connection may rest between two of them. The next query winds it up again.
        stream.setTimeout(stallMs, () => {
          if (inside._activeQuery) stream.destroy(new Error('ETIMEDOUT: the database says nothing'))
        })
      })
    }
  }
}

type Done = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void

/** Makes a pool with a limited queue. */
class BoundedPool extends Pool {
  override connect(): Promise<PoolClient>
  override connect(done: Done): void
  override connect(done?: Done) {
    if (this.waitingCount < MOST_WAITING) return done ? super.connect(done) : super.connect()
    const error = new Error('timeout exceeded: too many wait for a connection to the database')
    return done ? done(error, undefined, () => undefined) : Promise.reject(error)
  }
}

/** Prisma's adapter on connections that neither hang for ever nor are waited for without end. */
export function boundedAdapter(
  config: PoolConfig & { stallMs: number },
  options: Options,
): SqlDriverAdapterFactory {
  const { stallMs, ...rest } = config
  const plain = new PrismaPg(rest, options)
  return {
    provider: plain.provider,
    adapterName: plain.adapterName,
    /** With a pool of its own each time: one that was ended is of no use when the client connects again. */
    connect: () => {
      const pool = new BoundedPool({ ...rest, Client: watchedClient(stallMs) } as PoolConfig)
      const pools = openPools()
      for (const before of pools) if (before.ended) pools.delete(before)
      pools.add(pool)
      return new PrismaPg(pool, { ...options, disposeExternalPool: true }).connect()
    },
  }
}
