import type { Measured } from './measure'
import { medianOf, medianRatio } from './medians'

/** Runs of subjects by name; a subject may be missing. */
export type Runs = Record<string, Measured[]>

/** Runs every subject in turn, `rounds` times, so that the machine's other work affects all of them. */
export async function inTurns(
  subjects: Record<string, (() => Promise<Measured>) | undefined>,
  rounds: number,
): Promise<Runs> {
  const present = Object.entries(subjects).flatMap(([name, run]) => (run ? [{ name, run }] : []))
  const runs: Runs = Object.fromEntries(present.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const { name, run } of present) runs[name]?.push(await run())
  return runs
}

/** Returns the medians of each subject. */
export const summed = (runs: Runs): Record<string, Measured> =>
  Object.fromEntries(Object.entries(runs).map(([name, of]) => [name, medianOf(of)]))

/** Returns the median ratio of a figure of two subjects, round by round; undefined where one is missing. */
export function ratio(runs: Runs, ours: string, theirs: string, figure: 'perSecond' | 'p50' | 'p99') {
  const [one, other] = [runs[ours], runs[theirs]]
  if (!one || !other) return undefined
  return medianRatio(
    one.map((run) => run[figure]),
    other.map((run) => run[figure]),
  )
}
