import type { QuestionInput } from '../schema'

/** The wording of a question, option or judgement before and after its correction. */
export type Correction = {
  before: string
  after: string
  /** The question; the first corrections do not name it. */
  question?: number
  /** The options that the words belong to; missing for the words of the question itself. */
  options?: number[]
}

const structureOf = ({ kind, required = false, randomised = false, options = [] }: QuestionInput) =>
  JSON.stringify([
    kind,
    required,
    randomised,
    options.map(({ stance, aspect }) => [stance, aspect !== undefined]),
  ])

/**
 * Returns whether `after` can be a correction of `before`: the same questions with equally many options of the same
 * kind, in other words. An added or removed question, option or box changes what was answered, whatever the editor
 * intends.
 */
export const maybeCorrection = (before: QuestionInput[], after: QuestionInput[]): boolean =>
  before.length === after.length &&
  before.every((question, index) => structureOf(question) === structureOf(after[index] as QuestionInput))
