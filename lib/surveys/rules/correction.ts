import type { QuestionInput } from '../schema'

/** A wording before and after it was corrected: of a question, or of an option or judgement of one. */
export type Correction = { before: string; after: string }

const structureOf = ({ kind, required = false, randomised = false, options = [] }: QuestionInput) =>
  JSON.stringify([
    kind,
    required,
    randomised,
    options.map(({ stance, aspect }) => [stance, aspect !== undefined]),
  ])

/**
 * Returns whether `after` can be a correction of `before`: the same questions with as many options of the same kind, in
 * other words. A question, an option or a box more or less changes what was answered, whatever an editor means by it.
 */
export const maybeCorrection = (before: QuestionInput[], after: QuestionInput[]): boolean =>
  before.length === after.length &&
  before.every((question, index) => structureOf(question) === structureOf(after[index] as QuestionInput))
