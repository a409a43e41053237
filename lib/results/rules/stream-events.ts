import type { Results } from '../schema'

/** One event of a stream, encoded once for all its recipients. */
export type Frame = { seq: number; version: number; ballots: number; bytes: Uint8Array }

const encode = (text: string) => new TextEncoder().encode(text)

/** Encodes results as a Server-Sent Event named `results`; its id is their sequence number. */
export const frameOf = (results: Results): Frame => ({
  seq: results.seq,
  version: results.version,
  ballots: results.ballots,
  bytes: encode(`id: ${results.seq}\nevent: results\ndata: ${JSON.stringify(results)}\n\n`),
})

/** The frame that a stream had last; `ballots` is unknown where its client reconnected with the number alone. */
export type Had = { seq: number; version: number; ballots?: number }

/**
 * Returns whether a stream that had `last` is behind `frame`. New questions are news at any number; at number 0,
 * another count is.
 */
export const isNews = (frame: Frame, last: Had | undefined) =>
  !last ||
  frame.seq > last.seq ||
  frame.version > last.version ||
  (frame.seq === 0 && last.seq === 0 && frame.ballots !== last.ballots)

/** A comment, which keeps proxies from closing the stream as idle. */
export const HEARTBEAT = encode(':\n\n')

/** The last event: nothing more will come, since the survey closed or its results are hidden by now. */
export const END = encode('event: end\ndata:\n\n')

/** Spreads the reconnections of streams that end together. */
const COME_BACK_MS = { least: 2_000, spread: 6_000 }

/** Returns the start of a stream: the delay before a reconnection, in milliseconds. `chance` is between 0 and 1. */
export const opening = (chance: number) =>
  encode(`retry: ${Math.round(COME_BACK_MS.least + chance * COME_BACK_MS.spread)}\n\n`)
