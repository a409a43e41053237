/** What each ballot added to the counts after one commit, by reader; ballots that did not count are absent. */
export type State = Map<string, string>
/** Observed figures: their version and commit, and whether readers could still answer. */
export type Sight = { version: number; seq: number; open: boolean }

const partOf = (state: State, version: number) =>
  new Map([...state].filter(([, cells]) => cells.split(' ').includes(`v${version}`)))

/** Returns the readers whose ballots add something different to the counts of `version` in the two states. */
function movedBetween(one: State, other: State, version: number): Set<string> {
  const [was, is] = [partOf(one, version), partOf(other, version)]
  return new Set([...was.keys(), ...is.keys()].filter((reader) => was.get(reader) !== is.get(reader)))
}

/** Public figures in the order of observation, beside the ballots stored after each commit. */
export class Sights {
  readonly states = new Map<number, State>([[0, new Map()]])
  private readonly seen: Sight[] = []

  stateAt = (seq: number): State => this.states.get(seq) ?? new Map()

  /** Returns how many different figures were seen. */
  get count(): number {
    return new Set(this.seen.map(({ version, seq }) => `${version} ${seq}`)).size
  }

  /** Records figures; if they are new, returns what they reveal beside those that were seen before. */
  add(sight: Sight, batch: number): string[] {
    const { version, seq, open } = sight
    const last = this.seen.findLast((one) => one.version === version)
    if (last && seq === last.seq && open === last.open) return []
    // The response to a vote may be slightly old; but it was public by then.
    if (last && seq < last.seq)
      return this.seen.some((one) => one.version === version && one.seq === seq)
        ? []
        : [`figures ${seq} of version ${version} are of no step`]
    // Figures shown while the survey was over, and still shown once it is reopened, were judged then.
    const known = this.seen.some((one) => one.version === version && one.seq === seq)
    const found = known ? [] : this.judge(sight, batch)
    this.seen.push(sight)
    return found
  }

  /** Compares new figures with all earlier ones: between any two, a batch of ballots must have moved. */
  private judge({ version, seq, open }: Sight, batch: number): string[] {
    const before = this.seen.filter((sight) => sight.version === version && sight.seq !== seq)
    // Once the survey is over, everything shows, and what left since the last step counts as having moved. Where it had
    // been over at the last figures too, few may have come since: the decision names that.
    const again = before.some((sight) => sight.seq === before.at(-1)?.seq && !sight.open)
    const compared = open ? before : again ? [] : before.slice(-1)
    return compared.flatMap((sight) => {
      const was = this.stateAt(sight.seq)
      const moved = movedBetween(was, this.stateAt(seq), version)
      if (!open)
        for (const [at, state] of this.states)
          if (at > sight.seq && at < seq)
            for (const reader of movedBetween(was, state, version)) moved.add(reader)
      if (moved.size >= batch) return []
      return [`figures ${sight.seq} and ${seq} of version ${version} differ in ${moved.size} ballots`]
    })
  }
}
