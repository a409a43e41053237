/** Longer times between page and ballot are all counted as this many seconds. */
export const MAX_SECONDS = 600
/** The minimum age of a stale token, whose page was opened so long before its ballot: six hours, in seconds. */
export const STALE_SECONDS = 6 * 3600

/** What is known of some ballots together, without knowing any single one. */
export type Sample = {
  size: number
  /** Ballots that came without a form of ours. */
  bare: number
  /** Ballots whose form had been open for more than STALE_SECONDS. */
  stale: number
  /** Ballots with a form, by the seconds between their page and their arrival. */
  seconds: ReadonlyMap<number, number>
}

/** Ballots that share a network, or a period of the survey, or both. */
export type Group = Sample & {
  /**
   * Keyed hash, in hexadecimal; for a wider IPv6 network its prefix (lib/readers/rules/network-key.ts). Absent for all
   * ballots of a burst.
   */
  network?: string
  /** The burst it belongs to (rules/integrity/timeline.ts). Absent for all that a network sent in these days. */
  burst?: { size: number }
  from: Date
  to: Date
  /** The most common answers, and how many of the comparison give them. */
  top: { pattern: string; count: number; elsewhere: number }
  /** Seconds from one ballot to the next: the 10th, 50th and 90th percentile. */
  gaps: { low: number; middle: number; high: number }
}

/** Returns `part` as a fraction of `whole`; 0 of nothing. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

/** Returns how many of the ballots with a form took between `from` and `to` seconds, both included. */
export function countSeconds({ seconds }: Pick<Sample, 'seconds'>, from: number, to: number): number {
  let count = 0
  for (let second = from; second <= to; second++) count += seconds.get(second) ?? 0
  return count
}

/** Returns `all` minus `part`. */
export function without(all: Sample, part: Sample): Sample {
  const less = (from: number, some: number) => Math.max(from - some, 0)
  return {
    size: less(all.size, part.size),
    bare: less(all.bare, part.bare),
    stale: less(all.stale, part.stale),
    seconds: new Map([...all.seconds].map(([second, n]) => [second, less(n, part.seconds.get(second) ?? 0)])),
  }
}
