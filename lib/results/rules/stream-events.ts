import type { Results } from '../schema'

/** One event of a stream, made once for all who get it. */
export type Frame = { seq: number; version: number; ballots: number; bytes: Uint8Array }

const encode = (text: string) => new TextEncoder().encode(text)

/** Results as an event of the name `results`; its id is their sequence number. */
export const frameOf = (results: Results): Frame => ({
  seq: results.seq,
  version: results.version,
  ballots: results.ballots,
  bytes: encode(`id: ${results.seq}\nevent: results\ndata: ${JSON.stringify(results)}\n\n`),
})

/** What a stream had last: by its number alone where its client came back with it. */
export type Had = { seq: number; version: number; ballots?: number }

/** Whether a stream that had `last` is behind `frame`. New questions are news at any number; of 0, another count is. */
export const isNews = (frame: Frame, last: Had | undefined) =>
  !last ||
  frame.seq > last.seq ||
  frame.version > last.version ||
  (frame.seq === 0 && last.seq === 0 && frame.ballots !== last.ballots)

/** A comment, which keeps proxies from taking the stream for dead. */
export const HEARTBEAT = encode(':\n\n')

/** The last event: there is nothing more to wait for, since the survey closed or its results are hidden by now. */
export const END = encode('event: end\ndata:\n\n')

/** Streams that end together do not all come back at once. */
const COME_BACK_MS = { least: 2_000, spread: 6_000 }

/** What a stream begins with: when to come back if it ends; `chance` is between 0 and 1. */
export const opening = (chance: number) =>
  encode(`retry: ${Math.round(COME_BACK_MS.least + chance * COME_BACK_MS.spread)}\n\n`)
