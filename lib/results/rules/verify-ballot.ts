import { headText, leafText, NO_HEAD } from '../../ballots/rules/chain'
import type { BallotView } from '../../ballots/schema'
import type { ChainLink, ChainPage, Results } from '../schema'

/** The verifier's access to the chain: a browser by the API, or the server for a reader without JavaScript. */
export type ChainReader = {
  /** Returns pages of the chain that begin after `after`, or with the link before the first one of a minute. */
  page: (asked: { after: number } | { from: string }, leaves: boolean) => Promise<ChainPage>
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  /** Called with the number of each link reached; an exception ends the walk. */
  onReach?: (seq: number) => void
}

/** What is verified: a ballot as its reader has it, and the results as shown, if they are. */
export type Claim = {
  receiptHash: string
  ballot: Pick<BallotView, 'revision' | 'cells' | 'changedAt'>
  shown: Pick<Results, 'seq' | 'chain'> | undefined
}

export type Verdict =
  | { kind: 'sound'; link: Pick<ChainLink, 'seq' | 'at' | 'kind'>; end: Pick<ChainLink, 'seq' | 'head'> }
  /** No link around the ballot's last change holds its present state. */
  | { kind: 'absent' }
  /** The link of that number does not match its head, or does not follow the one before. */
  | { kind: 'broken'; seq: number }
  /** The results are shown with a head that the chain does not have at their number. */
  | { kind: 'otherHead'; seq: number }

/**
 * How long after a ballot's last change its link is searched for. The link states the same minute, or the next if the
 * write took long.
 */
const LATEST_MS = 10 * 60_000

const text = (words: string) => new TextEncoder().encode(words)
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

async function holds(
  link: ChainLink,
  before: ChainLink | undefined,
  { sha256 }: ChainReader,
): Promise<boolean> {
  if (link.leaves !== undefined) {
    const held = new Uint8Array([...fromHex(link.leaves), ...text(link.facts ?? '')])
    if ((await sha256(held)) !== link.digest) return false
  }
  const first = link.seq === 1 || link.kind === 'genesis'
  // The walk begins with a link whose predecessor is not verified.
  if (!before && !first) return true
  if (before && link.seq !== before.seq + 1) return false
  return (await sha256(text(headText(before?.head ?? NO_HEAD, link)))) === link.head
}

/**
 * Searches the chain for a reader's ballot where its last change must be. Follows the chain from there to its end,
 * recomputing every hash. Rejects with what `page` or `onReach` throw.
 */
export async function verifyBallot(
  { receiptHash, ballot, shown }: Claim,
  walker: ChainReader,
): Promise<Verdict> {
  const { revision, cells, changedAt } = ballot
  const leaf = await walker.sha256(text(leafText(receiptHash, revision, cells)))
  const latest = Date.parse(changedAt) + LATEST_MS
  let asked: { after: number } | { from: string } = { from: `${changedAt.slice(0, 16)}:00Z` }
  let found: ChainLink | undefined
  let last: ChainLink | undefined
  for (;;) {
    const { links, next } = await walker.page(asked, !found)
    for (const link of links) {
      if (!(await holds(link, last, walker))) return { kind: 'broken', seq: link.seq }
      if (link.seq === shown?.seq && link.head !== shown.chain) return { kind: 'otherHead', seq: link.seq }
      if (link.leaves?.match(/.{64}/g)?.includes(leaf)) found ??= link
      if (!found && link.kind === 'ballots' && Date.parse(link.at) > latest) return { kind: 'absent' }
      last = link
      walker.onReach?.(link.seq)
    }
    if (next === null) break
    asked = { after: next }
  }
  if (!found || !last) return { kind: 'absent' }
  if (shown && last.seq < shown.seq) return { kind: 'broken', seq: last.seq + 1 }
  return { kind: 'sound', link: found, end: last }
}
