import { describe, expect, it } from 'vitest'
import { isPublic, showsResults, statusOf } from './lifecycle'

const now = new Date('2026-05-01T12:00:00Z')
const before = new Date('2026-05-01T11:59:59.999Z')
const after = new Date('2026-05-01T12:00:00.001Z')
const times = (opensAt: Date | null, closesAt: Date | null = null, archivedAt: Date | null = null) => ({
  opensAt,
  closesAt,
  archivedAt,
})

describe('where a survey is in its life', () => {
  it.each([
    ['draft', times(null)],
    ['scheduled', times(after)],
    ['open', times(now)],
    ['open', times(before, after)],
    ['closed', times(before, now)],
    ['archived', times(before, null, now)],
    ['archived', times(before, before, before)],
  ])('is %s', (status, given) => {
    expect(statusOf(given, now)).toBe(status)
  })

  it('is hidden from readers before it opens', () => {
    expect((['draft', 'scheduled', 'open', 'closed', 'archived'] as const).map(isPublic)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('hides results only while it is open and says so', () => {
    expect(showsResults({ status: 'open', resultsVisibility: 'after_closing' })).toBe(false)
    expect(showsResults({ status: 'closed', resultsVisibility: 'after_closing' })).toBe(true)
    expect(showsResults({ status: 'open', resultsVisibility: 'after_vote' })).toBe(true)
    expect(showsResults({ status: 'open', resultsVisibility: 'always' })).toBe(true)
  })
})
