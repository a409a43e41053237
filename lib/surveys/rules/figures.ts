/** How readers see the figures of an open survey: from so many answers on, and after so many new ones each time. */
export type FigureSteps = { from: number; every: number }

/**
 * Returns the steps that a batch of `batch` new ballots makes; undefined where every ballot shows at once. Figures lag
 * one whole batch behind, so two batches must be in before the first is shown.
 */
export const figureSteps = (batch: number): FigureSteps | undefined =>
  batch > 1 ? { from: 2 * batch, every: batch } : undefined
