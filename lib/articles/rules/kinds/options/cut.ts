import { type Phrase, slice, trimmed } from './phrase'

/** A range at which a question is split. */
export interface Cut {
  start: number
  end: number
}

/** Returns the pieces of `given` between the cuts. A comma inside a stronger cut («, ou bien») adds no further one. */
export function cutAt(given: Phrase, strong: Cut[], commas: Cut[]): Phrase[] {
  const covered = (start: number) => strong.some((cut) => start >= cut.start && start < cut.end)
  const cuts = [...strong, ...commas.filter(({ start }) => !covered(start))].sort((a, b) => a.start - b.start)
  return [...cuts, undefined]
    .map((cut, index) => trimmed(slice(given, cuts[index - 1]?.end ?? 0, cut?.start ?? given.text.length)))
    .filter(({ plain }) => plain !== '')
}
