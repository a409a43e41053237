import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { headText, leafText, NO_HEAD } from '../../ballots/rules/chain'
import type { ChainLink } from '../schema'
import { type ChainReader, verifyBallot } from './verify-ballot'

const hash = (...parts: (string | Uint8Array)[]) => {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return made.digest('hex')
}
const receiptHash = hash('AAAAA-BBBBB-CCCCC-DDDDD')
const ballot = { revision: 2, cells: ['b', 'v1', 'q1', 'o2'], changedAt: '2026-03-01T10:05:30.000Z' }
const own = hash(leafText(receiptHash, ballot.revision, ballot.cells))

type Made = Pick<ChainLink, 'at' | 'kind'> & { leaves: string[]; facts?: string }
const minute = (n: number) => `2026-03-01T10:${String(n).padStart(2, '0')}Z`
const link = (at: number, ...leaves: string[]): Made => ({ at: minute(at), kind: 'ballots', leaves })

function chainOf(made: Made[], first = 1): ChainLink[] {
  let head = NO_HEAD
  return made.map(({ leaves, facts, ...rest }, index) => {
    const held = leaves.join('')
    const one = { seq: first + index, ...rest, digest: hash(Buffer.from(held, 'hex'), facts ?? '') }
    head = hash(headText(head, one))
    return { ...one, leaves: held, ...(facts && { facts }), head }
  })
}

const usual = () =>
  chainOf([
    link(1, hash('a')),
    link(4, hash('b')),
    link(5, hash('c'), own),
    link(6, hash('d')),
    link(9, hash('e')),
  ])

/** Serves two links a page, so that the test crosses a page's end in every way. */
function walker(links: ChainLink[], asked: unknown[] = []): ChainReader {
  return {
    sha256: async (bytes) => hash(bytes),
    page: async (from, withLeaves) => {
      asked.push([from, withLeaves])
      const start =
        'after' in from
          ? links.findIndex((one) => one.seq > from.after)
          : Math.max(links.findIndex((one) => Date.parse(one.at) >= Date.parse(from.from)) - 1, 0)
      const page = start < 0 ? [] : links.slice(start, start + 2)
      const shown = withLeaves ? page : page.map(({ leaves: _, ...bare }) => bare)
      return { links: shown, next: page.length === 2 ? (page[1]?.seq ?? null) : null }
    },
  }
}
const check = (links: ChainLink[], { shown = links.at(-1) as ChainLink | undefined, of = ballot } = {}) =>
  verifyBallot(
    { receiptHash, ballot: of, shown: shown && { seq: shown.seq, chain: shown.head } },
    walker(links),
  )

describe('a ballot', () => {
  it('is found in the link of its last change, and followed to the end without the leaves of others', async () => {
    const links = usual()
    const asked: unknown[] = []
    const shown = { seq: 4, chain: links[3]?.head ?? '' }
    const verdict = await verifyBallot({ receiptHash, ballot, shown }, walker(links, asked))
    expect(verdict).toMatchObject({ kind: 'sound', link: { seq: 3 }, end: { seq: 5, head: links[4]?.head } })
    expect(asked).toEqual([
      [{ from: '2026-03-01T10:05:00Z' }, true],
      [{ after: 3 }, false],
      [{ after: 5 }, false],
    ])
  })

  it('is found where it is the first, the last or the only one', async () => {
    for (const links of [
      chainOf([link(5, own), link(6, hash('a'))]),
      chainOf([link(1, hash('a')), link(5, own)]),
      chainOf([link(5, own)]),
    ])
      expect((await check(links)).kind).toBe('sound')
  })

  it('from before the chain is found in the links that carried it over', async () => {
    const carried = (...leaves: string[]): Made => ({ at: minute(40), kind: 'carried', leaves })
    const genesis = { at: minute(40), kind: 'genesis', leaves: [], facts: '{"seq":7,"ballots":3}' }
    const links = chainOf(
      [genesis, carried(hash('a')), carried(hash('b')), carried(own), link(50, hash('c'))],
      8,
    )
    expect(await check(links)).toMatchObject({ kind: 'sound', link: { seq: 11, kind: 'carried' } })
  })

  it('is absent when the server has it with other answers than were committed', async () => {
    const links = usual()
    for (const of of [
      { ...ballot, cells: ['b', 'v1', 'q1', 'o3'] },
      { ...ballot, revision: 3 },
      { ...ballot, cells: [] },
    ])
      expect(await check(links, { of })).toEqual({ kind: 'absent' })
    const later = chainOf([link(1, hash('a')), link(5, hash('b')), link(30, hash('c'))])
    expect(await check(later)).toEqual({ kind: 'absent' })
    expect(await check([], { shown: undefined })).toEqual({ kind: 'absent' })
  })
})

describe('a chain is broken', () => {
  const edits: [what: string, edit: (links: ChainLink[]) => ChainLink[], seq: number][] = [
    ['by other leaves', (links) => links.with(2, { ...(links[2] as ChainLink), leaves: own + own }), 3],
    ['by another time', (links) => links.with(3, { ...(links[3] as ChainLink), at: minute(7) }), 4],
    ['by another digest', (links) => links.with(3, { ...(links[3] as ChainLink), digest: hash('x') }), 4],
    ['by a link left out', (links) => links.filter((one) => one.seq !== 4), 5],
    [
      'by a link that is another one',
      (links) => [...links.slice(0, 3), ...chainOf([link(6), link(9)], 4)],
      4,
    ],
    ['where it ends before the results', (links) => links.slice(0, 4), 5],
  ]
  it.each(edits)('%s', async (_, edit, seq) => {
    const links = usual()
    expect(await check(edit(links), { shown: links[4] })).toEqual({ kind: 'broken', seq })
  })

  it('or made anew: then it has not the head that the results are shown with', async () => {
    const shown = usual()[3] as ChainLink
    const anew = chainOf([link(1, hash('A')), link(4, hash('b')), link(5, own), link(6, hash('d')), link(9)])
    expect(await check(anew, { shown })).toEqual({ kind: 'otherHead', seq: 4 })
  })
})

it('can be stopped, and tells how far it is', async () => {
  const reached: number[] = []
  const stopped = verifyBallot(
    { receiptHash, ballot, shown: undefined },
    {
      ...walker(usual()),
      onReach: (seq) => {
        reached.push(seq)
        if (seq === 4) throw new Error('stopped')
      },
    },
  )
  await expect(stopped).rejects.toThrow('stopped')
  expect(reached).toEqual([2, 3, 4])
})
