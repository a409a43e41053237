/** Counts of one survey as of one commit. */
export type Tally = { seq: number; at: Date; chain: string; counts: Map<string, number> }

/** Ballots of one hour from all sources, or of one source in all hours. */
export type HourBallots = { hour: string | null; source: string | null; ballots: number }

/** A tally as readers see it while a survey is open, with what belonged to it at the same commit. */
export type FigureStep = {
  tally: Tally
  hours: HourBallots[]
  /** By rule, the sums of the set-aside ballots. */
  aside: Record<string, Record<string, number>>
  /** The newest ballot event that the tally holds. */
  event: bigint
}

/**
 * What readers may know of a survey's counts. `few`: how many ballots there are, by version, and nothing of their
 * answers. `step`: the figures of an earlier commit. `exact`: the counts as they are.
 */
export type PublicFigures =
  | { kind: 'few'; at: Date; counts: Map<string, number> }
  | ({ kind: 'step' } & FigureStep)
  | { kind: 'exact'; tally: Tally | undefined }

/** A step as the table `public_figures` keeps it. */
export type StoredStep = {
  seq: number
  at: string
  chain: string
  counts: Record<string, number> | null
  hours: HourBallots[] | null
  aside: FigureStep['aside'] | null
  event: string
}

/** Parses a step of the public figures as it is stored. */
export const stepOf = ({ seq, at, chain, counts, hours, aside, event }: StoredStep): FigureStep => ({
  tally: { seq, at: new Date(at), chain, counts: new Map(Object.entries(counts ?? {})) },
  hours: hours ?? [],
  aside: aside ?? {},
  event: BigInt(event),
})
