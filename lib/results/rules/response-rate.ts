import { FEWEST_FOR_SHARES } from './shares'

/**
 * Answers for 100 openings, as a whole number. Undefined where there are too few openings for one, and where more
 * answers are counted than openings: then not all openings were.
 */
export const answersPerHundred = ({
  seen,
  ballots,
}: {
  seen: number
  ballots: number
}): number | undefined =>
  seen < FEWEST_FOR_SHARES || ballots > seen ? undefined : Math.round((ballots * 100) / seen)
