/**
 * The minimum answers for shares: with fewer, a share says more about one reader than about readers, so only counts are
 * shown.
 */
export const MIN_FOR_SHARES = 20

/** How readers see the figures of an open survey: first at `from` answers, then after every `every` new ones. */
export type FigureSteps = { from: number; every: number }

/**
 * Returns the steps that a batch of `batch` new ballots leads to; undefined where every ballot shows at once. Figures
 * lag one whole batch behind, so two batches must be in before the first is shown.
 */
export const figureSteps = (batch: number): FigureSteps | undefined =>
  batch > 1 ? { from: 2 * batch, every: batch } : undefined
