import { MIN_FOR_SHARES } from '../../surveys/rules/figures'

/**
 * Returns answers per 100 openings, as a whole number. Undefined where there are too few openings for one. Also
 * undefined where more answers than openings are counted: then some openings were not.
 */
export const answersPerHundred = ({
  seen,
  ballots,
}: {
  seen: number
  ballots: number
}): number | undefined =>
  seen < MIN_FOR_SHARES || ballots > seen ? undefined : Math.round((ballots * 100) / seen)
