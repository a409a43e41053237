import { type JobEvent, tellStarter } from '../runtime/worker-link'
import { metrics } from './metrics'

/** Counts what happened to a job in the metrics of this process. */
export function countJobEvent(event: JobEvent): void {
  if ('failedCheck' in event) metrics().failedChecks.inc({ check: event.failedCheck })
  else metrics().job.observe({ job: event.job, outcome: event.outcome }, event.seconds)
}

/** Counts it where the metrics are read: a worker has no page of metrics, and tells the process that started it. */
export function noteJobEvent(event: JobEvent): void {
  if (!tellStarter(event)) countJobEvent(event)
}
