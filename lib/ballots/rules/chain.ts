/**
 * The words of which a survey's chain is made (docs/decisions/chain.md). Each hash is SHA-256 over one line of
 * plain text, so that `printf '%s' … | sha256sum` can check it as well as we can:
 *
 *   leaf    <receipt hash> <number of the change> <cells>
 *   head    <head before> <seq> <minute> <kind> <digest>
 *   digest  not a line: SHA-256 over the leaves' bytes, followed by the facts
 *
 * Hashes are in hex, the minute is like 2026-11-25T01:52Z, and cells stand as the ballot has them, with spaces
 * between. A receipt's hash is SHA-256 over the receipt as it is shown.
 */

/**
 * What a link can tell: `genesis` that a database from before the chain began one, and `carried` the ballots it had
 * by then; `ballots` were cast, changed or withdrawn; `quarantine` is of ballots set aside or counted again.
 */
export const LINK_KINDS = ['genesis', 'carried', 'ballots', 'quarantine'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** The head before the first link. */
export const NO_HEAD = '0'.repeat(64)

/** What the leaf of a ballot's current state is the hash of; a withdrawn ballot has no cells. */
export const leafText = (receiptHash: string, revision: number, cells: string[]) =>
  `${receiptHash} ${revision} ${cells.join(' ')}`

type Link = { seq: number; at: string; kind: string; digest: string }

/** What a link's head is the hash of. */
export const headText = (previous: string, { seq, at, kind, digest }: Link) =>
  `${previous} ${seq} ${at} ${kind} ${digest}`

/** The minute of `at` as heads have it. */
export const linkMinute = (at: Date) => `${at.toISOString().slice(0, 16)}Z`
