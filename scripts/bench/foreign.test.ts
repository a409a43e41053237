import { expect, test } from 'vitest'
import { busyReason, MOST_FOREIGN_CORES, spentSince } from './foreign'
import { processOf, treeOf } from './proc'

const stat = (pid: number, name: string, parent: number, user = 0) =>
  `${pid} (${name}) S ${parent} 1 1 0 -1 4194560 1 1 0 0 ${user} 50 7 3 20 0 11 0 5 6 7`

test('a line of /proc is read, whatever the name of the process is', () => {
  expect(processOf(stat(12, 'node (a) b', 3, 150))).toEqual({
    pid: 12,
    name: 'node (a) b',
    parent: 3,
    own: 2,
    ended: 0.1,
  })
})

test('a tree has all descendants, in whatever order they are listed', () => {
  const all = [stat(4, 'd', 3), stat(3, 'c', 2), stat(2, 'b', 1), stat(9, 'other', 1)].map(processOf)
  expect(treeOf(all, [2]).map(({ pid }) => pid)).toEqual([4, 3, 2])
})

test('a process that has just started spent all it has', () => {
  const before = [processOf(stat(2, 'b', 1, 100))]
  const after = [processOf(stat(2, 'b', 1, 300)), processOf(stat(3, 'c', 1, 50))]
  expect(spentSince(before, after).map(({ spent }) => spent)).toEqual([2, 1])
})

test('a busy machine is refused with the programs that make it busy', () => {
  expect(busyReason('before', { cores: MOST_FOREIGN_CORES, by: [] })).toBeUndefined()
  expect(busyReason('during', { cores: 0.8, by: ['vitest 0.70', 'rsync 0.10'] })).toMatch(
    /^0\.80 of \d+ cores were busy with something else during the run .*: vitest 0\.70, rsync 0\.10\.$/,
  )
})
