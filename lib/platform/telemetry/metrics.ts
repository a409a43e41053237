import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { openPools } from '../db/adapter'
import { oncePerProcess } from '../runtime/per-process'
import { PlainHistogram } from './histogram'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const BALLOTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

function make() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    http: new PlainHistogram({
      name: 'avis_http_request_seconds',
      help: 'How long requests took, by the pattern of their route.',
      buckets: SECONDS,
      registry,
    }),
    ballots: new Counter({
      name: 'avis_ballots_total',
      help: 'Ballots handed to the database, by what became of them.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    batch: new Histogram({
      name: 'avis_ballot_batch_size',
      help: 'Ballots that one batch wrote.',
      buckets: BALLOTS,
      registers,
    }),
    commit: new Histogram({
      name: 'avis_ballot_commit_seconds',
      help: 'How long a batch of ballots took to be on disk.',
      buckets: SECONDS,
      registers,
    }),
    connections: new Gauge({
      name: 'avis_database_connections',
      help: 'Connections to the database: open ones, those at work, and queries that wait for one.',
      labelNames: ['state'] as const,
      registers,
      collect() {
        const pools = [...openPools()]
        const sum = (of: (pool: (typeof pools)[number]) => number) =>
          pools.reduce((n, pool) => n + of(pool), 0)
        this.set(
          { state: 'open' },
          sum((pool) => pool.totalCount),
        )
        this.set(
          { state: 'busy' },
          sum((pool) => pool.totalCount - pool.idleCount),
        )
        this.set(
          { state: 'waiting' },
          sum((pool) => pool.waitingCount),
        )
      },
    }),
    failedChecks: new Counter({
      name: 'avis_comment_checks_failed_total',
      help: 'Comments that a check could not look at because it broke, by check.',
      labelNames: ['check'] as const,
      registers,
    }),
    job: new Histogram({
      name: 'avis_job_seconds',
      help: 'How long the regular jobs took, by how they ended.',
      labelNames: ['job', 'outcome'] as const,
      buckets: SECONDS,
      registers,
    }),
  }
}

/** Returns the metrics of this process, for Prometheus. Names and labels come from the program, never from a reader. */
export const metrics = () => oncePerProcess('metrics', make)

/** Registers a gauge that reads `value` at each scrape. Only the first call per process and name has an effect. */
export function watch(name: string, help: string, value: () => number): void {
  const { registry } = metrics()
  if (registry.getSingleMetric(name)) return
  registry.registerMetric(
    new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(value())
      },
    }),
  )
}
