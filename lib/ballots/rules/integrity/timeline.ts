/** Ballots by minute since the epoch; a minute without any has no entry. */
export type Timeline = ReadonlyMap<number, number>

/** A stretch of minutes, the last one included. */
export type Burst = { from: number; to: number; size: number }

/** The usual rate is computed from the three hours before and after. */
const AROUND_MINUTES = 180
const TIMES_USUAL = 4
/** Minimum ballots above the usual rate: in a quiet survey a family at lunch is many times the usual. */
const LEAST_ABOVE = 20
/** Maximum number of quiet minutes within one burst. */
const MAX_PAUSE = 2
const MAX_BURSTS = 10

/** Neighbouring minutes share their usual rate: it is computed once in this many minutes. */
const USUAL_FOR_MINUTES = 10

/** Returns the median of the minutes around each, those without a ballot included. */
function usualIn(course: Timeline): (minute: number) => number {
  const minutes = [...course.keys()]
  const first = minutes.reduce((least, minute) => Math.min(least, minute), Number.POSITIVE_INFINITY)
  const last = minutes.reduce((most, minute) => Math.max(most, minute), 0)
  const known = new Map<number, number>()
  return (minute) => {
    const block = Math.floor(minute / USUAL_FOR_MINUTES)
    const middle = (block + 0.5) * USUAL_FOR_MINUTES
    const usual =
      known.get(block) ?? medianOf(course, [middle - AROUND_MINUTES, middle + AROUND_MINUTES], [first, last])
    known.set(block, usual)
    return usual
  }
}

function medianOf(course: Timeline, [from, to]: [number, number], [first, last]: [number, number]): number {
  const counts: number[] = []
  for (let at = Math.max(from, first); at <= Math.min(to, last); at++) counts.push(course.get(at) ?? 0)
  return counts.sort((one, other) => one - other)[counts.length >> 1] ?? 0
}

/**
 * Returns the stretches in which far more ballots came than was usual around them, the largest first. A burst is no
 * fault: a newsletter causes one. It shows where to inspect the senders.
 */
export function findBursts(course: Timeline): Burst[] {
  const minutes = [...course.keys()].sort((a, b) => a - b)
  const usual = usualIn(course)
  const bursts: Burst[] = []
  for (const minute of minutes) {
    const count = course.get(minute) ?? 0
    if (count <= LEAST_ABOVE) continue
    if (count < TIMES_USUAL * usual(minute) + LEAST_ABOVE) continue
    const last = bursts.at(-1)
    if (last && minute - last.to <= MAX_PAUSE) {
      last.to = minute
      last.size += count
    } else {
      bursts.push({ from: minute, to: minute, size: count })
    }
  }
  return bursts.sort((a, b) => b.size - a.size).slice(0, MAX_BURSTS)
}
