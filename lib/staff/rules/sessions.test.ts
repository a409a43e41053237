import { describe, expect, it } from 'vitest'
import { IDLE_SECONDS, isAlive, isDueToBeSeen, SESSION_SECONDS } from './sessions'

const NOW = new Date('2026-11-23T18:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)

describe('a session', () => {
  it.each([
    ['just begun', 0, 0, null, true],
    ['of an active week', SESSION_SECONDS - 1, 60, null, true],
    ['older than a week', SESSION_SECONDS, 60, null, false],
    ['left alone', IDLE_SECONDS + 1, IDLE_SECONDS, null, false],
    ['revoked', 60, 60, NOW, false],
  ])('%s', (_, created, seen, revokedAt, alive) => {
    expect(isAlive({ createdAt: ago(created), lastSeenAt: ago(seen), revokedAt }, NOW)).toBe(alive)
  })

  it('is written as seen once a minute', () => {
    expect(isDueToBeSeen(ago(30), NOW)).toBe(false)
    expect(isDueToBeSeen(ago(61), NOW)).toBe(true)
  })
})
