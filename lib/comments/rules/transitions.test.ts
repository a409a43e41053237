import { expect, it } from 'vitest'
import { type Act, type CommentState, isUndoable, reporterWeight, transitionRefused } from './transitions'

const standing = (changes: Partial<CommentState>): CommentState => ({
  outcome: 'held',
  escalated: false,
  openReports: 0,
  openAppeal: false,
  ...changes,
})

it('from each state, what may be decided and what may not', () => {
  const may = (changes: Partial<CommentState>) =>
    (['publish', 'reject', 'escalate'] satisfies Act[]).filter(
      (act) => !transitionRefused(act, standing(changes)),
    )
  expect(may({ outcome: 'held' })).toEqual(['publish', 'reject', 'escalate'])
  expect(may({ outcome: 'held', escalated: true })).toEqual(['publish', 'reject'])
  expect(may({ outcome: 'published' })).toEqual(['reject'])
  expect(may({ outcome: 'published', openReports: 2 })).toEqual(['publish', 'reject'])
  expect(may({ outcome: 'rejected' })).toEqual(['publish'])
  expect(may({ outcome: 'rejected', openAppeal: true })).toEqual(['publish', 'reject'])
})

it('a decision can be undone for ten seconds and the way there', () => {
  const at = new Date('2026-03-01T12:00:00Z')
  expect(isUndoable(at, new Date(at.getTime() + 15_000))).toBe(true)
  expect(isUndoable(at, new Date(at.getTime() + 15_001))).toBe(false)
})

it('a reporter counts by how often they were right', () => {
  expect(reporterWeight(0, 0)).toBe(0.5)
  expect(reporterWeight(9, 10)).toBeCloseTo(0.83, 2)
  expect(reporterWeight(0, 10)).toBeCloseTo(0.08, 2)
})
