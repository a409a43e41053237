/** Seconds between page and ballot are told apart up to here: what took longer took long. */
export const LONGEST_SECONDS = 600
/** A token of a page opened that long before its ballot: six hours, in seconds. */
export const STALE_SECONDS = 6 * 3600

/** What is known of some ballots together, without knowing one of them. */
export type Sample = {
  size: number
  /** Ballots that came without a form of ours. */
  bare: number
  /** Ballots whose form had been open for more than STALE_SECONDS. */
  stale: number
  /** Ballots by the seconds between their page and their arrival, those with a form alone. */
  seconds: ReadonlyMap<number, number>
}

/** Ballots with a network in common, or a moment of the survey, or both. */
export type Group = Sample & {
  /** Keyed hash, in hexadecimal; of a wider IPv6 network its beginning (lib/readers/rules/network-key.ts); none when it is all ballots of a burst. */
  network?: string
  /** The burst it is of (rules/integrity/course.ts); none when it is all that a network sent in these days. */
  burst?: { size: number }
  from: Date
  to: Date
  /** The answers that most of them give, and how many among those compared with do. */
  top: { pattern: string; count: number; elsewhere: number }
  /** Seconds from one ballot to the next: of ten in a hundred at most, of half, of ninety in a hundred. */
  gaps: { low: number; middle: number; high: number }
}

export const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

/** How many of the ballots with a form took between `from` and `to` seconds, both included. */
export function countSeconds({ seconds }: Pick<Sample, 'seconds'>, from: number, to: number): number {
  let count = 0
  for (let second = from; second <= to; second++) count += seconds.get(second) ?? 0
  return count
}

/** `all` without `part`. */
export function without(all: Sample, part: Sample): Sample {
  const less = (from: number, some: number) => Math.max(from - some, 0)
  return {
    size: less(all.size, part.size),
    bare: less(all.bare, part.bare),
    stale: less(all.stale, part.stale),
    seconds: new Map([...all.seconds].map(([second, n]) => [second, less(n, part.seconds.get(second) ?? 0)])),
  }
}
