import { expect, it } from 'vitest'
import { NO_HEAD } from '../../ballots/rules/chain'
import { resultsOf } from './count'
import { isIntact, readSnapshotName, snapshotName } from './snapshot'

it('a name is the sequence, and the version where there is more than one', () => {
  for (const [given, name] of [
    [{ seq: 12, version: 1 }, '12'],
    [{ seq: 12, version: 3 }, '12-v3'],
  ] as const) {
    expect(snapshotName(given)).toBe(name)
    expect(readSnapshotName(name)).toEqual(given)
  }
  for (const name of ['0', '-1', '1.5', '12-v1', '12-v0', '012', '12-v', 'x', '', '9'.repeat(16)])
    expect(readSnapshotName(name), name).toBeUndefined()
})

it('results know when one figure of them was touched', () => {
  const counts = new Map([
    ['b', 3],
    ['v1', 3],
  ])
  const results = resultsOf(
    { slug: 'a', version: 1, questions: [] },
    { seq: 4, at: new Date(0), chain: NO_HEAD, counts },
  )
  expect(isIntact(results)).toBe(true)
  expect(isIntact({ ...results, ballots: 4 })).toBe(false)
})
