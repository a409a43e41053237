import { oncePerProcess } from './per-process'

/** The regular jobs that a request can ask for at once. */
export type Nudge = 'exports' | 'screening'

/**
 * What the worker process tells the one that started it, for the metrics: a regular job that ran, or a check of comments
 * that broke.
 */
export type JobEvent = { job: string; outcome: string; seconds: number } | { failedCheck: string }

type Link = {
  toWorker: ((nudge: Nudge) => boolean) | undefined
  fromWorker: ((event: JobEvent) => void) | undefined
}
const link = () => oncePerProcess<Link>('worker-link', () => ({ toWorker: undefined, fromWorker: undefined }))

/** Registers how this process reaches its worker. `send` returns whether there is one now. */
export const linkToWorker = (send: (nudge: Nudge) => boolean) => {
  link().toWorker = send
}

/** Registers, in a worker, how it tells of its jobs. */
export const linkFromWorker = (tell: (event: JobEvent) => void) => {
  link().fromWorker = tell
}

/** Has the worker process run a job now. Returns false where this process has no worker: it then runs the job itself. */
export const nudgeWorker = (nudge: Nudge): boolean => link().toWorker?.(nudge) ?? false

/** Tells the process that started this worker. Returns false in a process that is no worker. */
export function tellStarter(event: JobEvent): boolean {
  const { fromWorker } = link()
  fromWorker?.(event)
  return fromWorker !== undefined
}
