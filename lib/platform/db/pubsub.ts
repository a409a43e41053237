import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { env } from '../runtime/env'
import { log } from '../telemetry/log'
import { sessionAt } from './database-url'

/** Milliseconds to wait before each attempt to reconnect; the last value repeats forever. */
const WAITS = [250, 500, 1_000, 2_000, 5_000]
const CONNECT_TIMEOUT_MS = 5_000
/** Limits the ids in one message: PostgreSQL's payload holds 8,000 bytes. */
const MAX_IDS = 500

type Listening = {
  /** Receives the ids that another process published. */
  onTold: (ids: number[]) => void
  /** Runs after a reconnection: messages published by others in between were lost. */
  onReconnected: () => void
}

/**
 * Publishes small numbers to the other processes on this database, and receives theirs. It uses LISTEN and NOTIFY on a
 * connection of its own, which reconnects by itself. Ids published while it is disconnected wait, and are sent once it
 * is back.
 */
export class PubSub {
  /** Tells our own messages apart: PostgreSQL delivers them to their sender as well. */
  private readonly name = randomBytes(6).toString('hex')
  private client: Client | undefined
  private failures = 0
  private timer: NodeJS.Timeout | undefined
  private open = false
  private readonly waiting = new Set<number>()

  constructor(
    private readonly channel: string,
    private readonly listening: Listening,
  ) {}

  /** Connects, unless the connection was started before. */
  start() {
    if (this.open) return
    this.open = true
    void this.connect()
  }

  /** Closes the connection and stops reconnecting. */
  async stop() {
    this.open = false
    clearTimeout(this.timer)
    const { client } = this
    this.client = undefined
    await client?.end()
  }

  /** Publishes `ids`, now or after the next reconnection. */
  tell(ids: number[]) {
    for (const id of ids) this.waiting.add(id)
    const { client } = this
    if (!client) return
    const told = [...this.waiting]
    this.waiting.clear()
    for (let from = 0; from < told.length; from += MAX_IDS) {
      const some = told.slice(from, from + MAX_IDS)
      client.query('SELECT pg_notify($1, $2)', [this.channel, `${this.name} ${some.join(' ')}`]).catch(() => {
        for (const id of some) this.waiting.add(id)
        this.lost(client)
      })
    }
  }

  private async connect() {
    const client = new Client({
      // A notification writes nothing to disk, so there is no flush to wait for.
      ...sessionAt(env().DATABASE_URL, { synchronous_commit: 'off' }),
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: 'avis wire',
    })
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    client.on('notification', ({ payload = '' }) => {
      const [from, ...ids] = payload.split(' ')
      if (from !== this.name) this.listening.onTold(ids.map(Number))
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`)
    } catch (error) {
      if (this.failures === 0) log().warn({ err: error }, 'no connection to hear other processes by')
      this.again()
      await client.end().catch(() => undefined)
      return
    }
    if (!this.open) return void (await client.end())
    this.client = client
    this.tell([])
    if (this.failures) this.listening.onReconnected()
    this.failures = 0
  }

  private lost(client = this.client) {
    if (!client || client !== this.client) return
    this.client = undefined
    client.end().catch(() => undefined)
    this.again()
  }

  private again() {
    if (!this.open) return
    this.timer = setTimeout(() => void this.connect(), WAITS[Math.min(this.failures, WAITS.length - 1)])
    this.timer.unref()
    this.failures++
  }
}
