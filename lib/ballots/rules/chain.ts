/**
 * The texts from which a survey's chain is built (docs/decisions/chain.md). Each hash is SHA-256 over one line of
 * plain text, so that `printf '%s' … | sha256sum` can check it too:
 *
 *   leaf    <receipt hash> <number of the change> <cells>
 *   head    <head before> <seq> <minute> <kind> <digest>
 *   digest  not a line: SHA-256 over the leaves' bytes, followed by the facts
 *
 * Hashes are in hex, and the minute is like 2026-11-25T01:52Z. Cells are in the ballot's order, separated by spaces.
 * A receipt's hash is SHA-256 over the receipt as it is shown.
 */

/**
 * What a link can state. `genesis`: a database from before the chain began one. `carried`: the ballots it had by then.
 * `ballots`: ballots were cast, changed or withdrawn. `quarantine`: ballots were set aside or counted again.
 */
export const LINK_KINDS = ['genesis', 'carried', 'ballots', 'quarantine'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** The head before the first link. */
export const NO_HEAD = '0'.repeat(64)

/** Returns the text whose hash is the leaf of a ballot's current state; a withdrawn ballot has no cells. */
export const leafText = (receiptHash: string, revision: number, cells: string[]) =>
  `${receiptHash} ${revision} ${cells.join(' ')}`

type Link = { seq: number; at: string; kind: string; digest: string }

/** Returns the text whose hash is a link's head. */
export const headText = (previous: string, { seq, at, kind, digest }: Link) =>
  `${previous} ${seq} ${at} ${kind} ${digest}`

/** Returns the minute of `at` as heads state it. */
export const linkMinute = (at: Date) => `${at.toISOString().slice(0, 16)}Z`
