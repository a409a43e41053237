import type { Results } from '../schema'

/** One event of a stream, made once for all who get it. */
export type Frame = { seq: number; version: number; bytes: Uint8Array }

const encode = (text: string) => new TextEncoder().encode(text)

/** Results as an event of the name `results`; its id is their sequence number. */
export const frameOf = (results: Results): Frame => ({
  seq: results.seq,
  version: results.version,
  bytes: encode(`id: ${results.seq}\nevent: results\ndata: ${JSON.stringify(results)}\n\n`),
})

/** Whether a stream that had `last` is behind `frame`: new questions are news also at the same number. */
export const isNews = (frame: Frame, last: Pick<Frame, 'seq' | 'version'> | undefined) =>
  !last || frame.seq > last.seq || frame.version > last.version

/** A comment, which keeps proxies from taking the stream for dead. */
export const HEARTBEAT = encode(':\n\n')

/** The last event: there is nothing more to wait for, since the survey closed or its results are hidden by now. */
export const END = encode('event: end\ndata:\n\n')

/** Streams that end together do not all come back at once. */
const COME_BACK_MS = { least: 2_000, spread: 6_000 }

/** What a stream begins with: when to come back if it ends; `chance` is between 0 and 1. */
export const opening = (chance: number) =>
  encode(`retry: ${Math.round(COME_BACK_MS.least + chance * COME_BACK_MS.spread)}\n\n`)
