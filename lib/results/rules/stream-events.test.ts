import { expect, it } from 'vitest'
import type { Results } from '../schema'
import { frameOf, isNews } from './stream-events'

const at = (seq: number, ballots: number, version = 1) =>
  frameOf({ seq, ballots, version, questions: [] } as unknown as Results)

it.each([
  ['a later number', at(6, 6), { seq: 5, version: 1 }, true],
  ['the same number', at(5, 5), { seq: 5, version: 1 }, false],
  ['an earlier number', at(4, 4), { seq: 5, version: 1 }, false],
  ['other questions at the same number', at(5, 0, 2), { seq: 5, version: 1 }, true],
  ['one more ballot while there are few', at(0, 4), { seq: 0, version: 1, ballots: 3 }, true],
  ['as many ballots while there are few', at(0, 4), { seq: 0, version: 1, ballots: 4 }, false],
  ['what a client that comes back may have missed', at(0, 4), { seq: 0, version: 1 }, true],
  ['the first figures', at(5, 5), { seq: 0, version: 1, ballots: 10 }, true],
])('tells a stream of %s only where that is news', (_, frame, last, news) => {
  expect(isNews(frame, last)).toBe(news)
})
