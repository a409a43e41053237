import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PROBLEM_STATUS, type ProblemCode } from '../../platform/http/problem-codes'
import { afterFailedTry, byTurns, MAX_TRIES, nextPoll } from './feed-schedule'

const now = new Date('2026-03-14T09:30:00Z')
const problem = fc.constantFrom(...(Object.keys(PROBLEM_STATUS) as ProblemCode[]))

it('tries no entry for ever, and pauses longer each time', () => {
  fc.assert(
    fc.property(problem, (code) => {
      let last = 0
      let tries = 0
      for (let at = now; ; ) {
        const { outcome, nextTryAt } = afterFailedTry({ code }, ++tries, at)
        if (!nextTryAt) return tries <= MAX_TRIES
        const pause = nextTryAt.getTime() - at.getTime()
        if (outcome !== 'waiting' || pause <= last) return false
        last = pause
        at = nextTryAt
      }
    }),
  )
  expect(afterFailedTry({ code: 'address_not_public' }, 1, now).outcome).toBe('refused')
  expect(afterFailedTry({ code: 'page_not_found' }, 1, now).outcome).toBe('waiting')
  expect(afterFailedTry({ code: 'page_robot_wall' }, 1, now).outcome).toBe('waiting')
  expect(afterFailedTry({ code: 'page_subscription_wall' }, 1, now).outcome).toBe('refused')
  expect(afterFailedTry({ code: 'page_not_found' }, MAX_TRIES, now).outcome).toBe('given_up')
})

it('looks at a feed that fails less and less often, and leaves it alone in the end', () => {
  let last = 0
  let failures = 0
  for (let next = nextPoll(0, now); next; next = nextPoll(++failures, now)) {
    const pause = next.getTime() - now.getTime()
    expect(pause).toBeGreaterThanOrEqual(last)
    expect(pause).toBeLessThanOrEqual(24 * 3600_000)
    last = pause
  }
  expect(failures).toBe(20)
})

it('waits as long as a site asks, never less than our own pause and never more than a day', () => {
  const seconds = fc.integer({ min: 0, max: 10 * 24 * 3600 })
  fc.assert(
    fc.property(seconds, fc.integer({ min: 1, max: MAX_TRIES - 1 }), (afterSeconds, tries) => {
      const again = { afterSeconds }
      const own = afterFailedTry({ code: 'page_unavailable' }, tries, now).nextTryAt?.getTime() ?? 0
      const asked = now.getTime() + Math.min(afterSeconds, 24 * 3600) * 1000
      const entry = afterFailedTry({ code: 'page_unavailable', again }, tries, now).nextTryAt
      expect(entry?.getTime()).toBe(Math.max(own, asked))
      const poll = nextPoll(tries, now)?.getTime() ?? 0
      expect(nextPoll(tries, now, { again })?.getTime()).toBe(Math.max(poll, asked))
    }),
  )
  expect(
    afterFailedTry({ code: 'page_refused', again: { afterSeconds: 9 } }, MAX_TRIES, now).nextTryAt,
  ).toBeNull()
})

type Turn = ['new' | 'due', number]

it('lets new entries and due ones take turns, and loses none', () => {
  expect(byTurns([1, 2, 3], [10])).toEqual([1, 10, 2, 3])
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.array(fc.nat()), (fresh, due) => {
      const fair = byTurns(
        fresh.map((n): Turn => ['new', n]),
        due.map((n): Turn => ['due', n]),
      )
      const of = (kind: string) => fair.filter(([is]) => is === kind).map(([, n]) => n)
      expect([of('new'), of('due')]).toEqual([fresh, due])
      const start = fair.slice(0, 2 * Math.min(fresh.length, due.length))
      expect(start.filter(([kind]) => kind === 'due')).toHaveLength(start.length / 2)
    }),
  )
})
