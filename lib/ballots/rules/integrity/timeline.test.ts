import { expect, it } from 'vitest'
import { findBursts } from './timeline'

const HOUR = 60
/** Returns a course of ten ballots a minute for ten hours, plus `more`. */
const course = (more: [minute: number, count: number][]) => {
  const counts = new Map(Array.from({ length: 10 * HOUR }, (_, minute): [number, number] => [minute, 10]))
  for (const [minute, count] of more) counts.set(minute, count)
  return counts
}

it('an even course has no bursts, nor has one that grows slowly', () => {
  expect(findBursts(course([]))).toEqual([])
  expect(findBursts(new Map(Array.from({ length: 600 }, (_, n) => [n, 10 + n / 3])))).toEqual([])
  expect(findBursts(new Map())).toEqual([])
})

it('minutes far above what is usual around them are one burst, also with a pause, the largest first', () => {
  const bursts = findBursts(
    course([
      [100, 70],
      [300, 900],
      [301, 800],
      [303, 700],
      [400, 59],
    ]),
  )
  expect(bursts).toEqual([
    { from: 300, to: 303, size: 2400 },
    { from: 100, to: 100, size: 70 },
  ])
})

it('in a quiet survey a few more are no burst', () => {
  expect(
    findBursts(
      new Map([
        [0, 1],
        [50, 20],
        [500, 1],
      ]),
    ),
  ).toEqual([])
  expect(
    findBursts(
      new Map([
        [0, 1],
        [50, 21],
        [500, 1],
      ]),
    ),
  ).toEqual([{ from: 50, to: 50, size: 21 }])
})
