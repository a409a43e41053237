import { describe, expect, it } from 'vitest'
import type { Compared } from './finding'
import { inspect } from './inspect'
import type { Group, Sample } from './sample'

/** Ordinary readers: some without a form, one in a hundred very quick, no second that many share. */
const crowd: Sample = {
  size: 10_000,
  bare: 200,
  stale: 100,
  seconds: new Map([[1, 100], ...Array.from({ length: 97 }, (_, n): [number, number] => [n + 10, 100])]),
}
const compared: Compared = { crowd, outside: { own: 0, all: 10_000 }, questions: 2 }

/** Returns an ordinary network, except for `changes`. */
const group = (changes: Partial<Group> = {}): Group => ({
  network: '00ff',
  size: 100,
  bare: 2,
  stale: 1,
  seconds: new Map(Array.from({ length: 98 }, (_, n): [number, number] => [n + 10, 1])),
  from: new Date('2026-03-14T08:00:00Z'),
  to: new Date('2026-03-14T09:00:00Z'),
  top: { pattern: '1', count: 30, elsewhere: 1500 },
  gaps: { low: 4, middle: 27, high: 90 },
  ...changes,
})

const rules = (changes: Partial<Group>, against: Partial<Compared> = {}) =>
  inspect(group(changes), { ...compared, ...against }).map(({ rule }) => rule)

describe('a network', () => {
  it('like any other is not suspicious, however many its ballots', () => {
    expect(rules({})).toEqual([])
    expect(rules({ size: 5000, bare: 100, stale: 50 })).toEqual([])
  })

  it.each<[string, Partial<Group>, Partial<Compared>, string[]]>([
    ['whose ballots lack a form', { bare: 60 }, {}, ['token']],
    [
      'in a survey where an app’s readers all lack one',
      { bare: 60 },
      { crowd: { ...crowd, bare: 3000 } },
      [],
    ],
    ['with too few ballots without a form', { bare: 39 }, {}, []],
    ['that uses up old pages', { stale: 60 }, {}, ['token']],
    ['that answers in two seconds', { seconds: new Map([[2, 50]]) }, {}, ['speed', 'timing']],
    [
      'that answers one short question in two',
      {
        seconds: new Map([
          [2, 30],
          [9, 9],
        ]),
      },
      { questions: 1 },
      [],
    ],
    [
      'that always takes 31 to 33 seconds',
      {
        seconds: new Map([
          [31, 20],
          [32, 20],
          [33, 20],
        ]),
      },
      {},
      ['timing'],
    ],
    [
      'that takes 30 to 40 seconds',
      { seconds: new Map(Array.from({ length: 10 }, (_, n) => [n + 30, 10])) },
      {},
      [],
    ],
    ['that is regular', { gaps: { low: 18, middle: 20, high: 22 } }, {}, ['cadence']],
    ['that is regular with chance', { gaps: { low: 12, middle: 20, high: 28 } }, {}, ['cadence']],
    ['that comes like rain', { gaps: { low: 2, middle: 14, high: 46 } }, {}, []],
    ['of milliseconds', { gaps: { low: 0.1, middle: 0.1, high: 0.1 } }, {}, []],
    ['of one mind', { top: { pattern: '1', count: 90, elsewhere: 1500 } }, {}, ['pattern']],
    ['of the common opinion', { top: { pattern: '1', count: 90, elsewhere: 4000 } }, {}, []],
    ['of mostly one mind', { top: { pattern: '1', count: 80, elsewhere: 1500 } }, {}, []],
  ])('%s', (_, changes, against, found) => expect(rules(changes, against)).toEqual(found))

  it('is compared with nobody where there are too few', () => {
    const few = { crowd: { ...crowd, size: 29 } }
    expect(rules({ bare: 100, gaps: { low: 20, middle: 20, high: 20 } }, few)).toEqual(['cadence'])
  })
})

describe('a burst', () => {
  const fast = {
    burst: { size: 1200 },
    size: 1000,
    to: new Date('2026-03-14T08:05:00Z'),
    gaps: { low: 0, middle: 0, high: 0 },
  }
  it.each<[string, Partial<Group>, Partial<Compared>, string[]]>([
    ['that one network makes', {}, {}, ['burst']],
    ['of a hall', { size: 400, burst: { size: 420 } }, {}, []],
    ['that takes an hour', { to: new Date('2026-03-14T09:00:00Z') }, {}, []],
    ['in which a network is as strong as always', {}, { outside: { own: 4000, all: 10_000 } }, []],
    ['of which a network makes a tenth', { burst: { size: 10_000 } }, {}, []],
  ])('%s', (_, changes, against, found) => expect(rules({ ...fast, ...changes }, against)).toEqual(found))

  it('as a whole is asked how its ballots came, and not what they say', () => {
    const { network: _, ...all } = group({ ...fast, top: { pattern: '1', count: 1000, elsewhere: 100 } })
    expect(inspect(all, compared)).toEqual([])
    expect(inspect({ ...all, bare: 900 }, compared).map(({ rule }) => rule)).toEqual(['token'])
  })
})
