import { seenText } from '../../platform/i18n/clean-text'
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

/**
 * Returns what a correction keeps. An option «oui» or «non» of one list gets its stance from its words, so only the
 * abstention counts there.
 */
const structureOf = ({ kind, required = false, randomised = false, options = [] }: QuestionInput) =>
  JSON.stringify([
    kind,
    required,
    randomised,
    options.map(({ stance, aspect }) => (aspect === undefined ? stance === 'abstain' : ['of', stance])),
  ])

const wordsOf = ({ options = [] }: QuestionInput) => options.map(({ label, aspect }) => aspect ?? label)

/** Returns whether a place of `after` has the words that another place of `before` had: then something was moved. */
function hasMoved(before: string[], after: string[]): boolean {
  const [was, is] = [before.map(seenText), after.map(seenText)]
  return is.some((words, place) => words !== was[place] && was.includes(words))
}

/**
 * Returns whether `after` can be a correction of `before`: the same questions with equally many options of the same
 * kind, in other words. Anything added, removed or moved changes what was answered, whatever the editor intends: two
 * options that change places would take each other's answers.
 */
export const maybeCorrection = (before: QuestionInput[], after: QuestionInput[]): boolean =>
  before.length === after.length &&
  !hasMoved(
    before.map(({ prompt }) => prompt),
    after.map(({ prompt }) => prompt),
  ) &&
  before.every((question, index) => {
    const corrected = after[index] as QuestionInput
    return (
      structureOf(question) === structureOf(corrected) && !hasMoved(wordsOf(question), wordsOf(corrected))
    )
  })
