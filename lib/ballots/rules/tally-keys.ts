/**
 * A cell is something a ballot adds one to. A ballot is stored as its cells and a tally as a count per
 * cell, so a recount is `SELECT cell, count(*) FROM ballot, unnest(cells) GROUP BY cell`:
 *
 *   b        every ballot that is not withdrawn
 *   v2       a ballot that answers version 2 of the survey's questions
 *   q7       an answer of any kind to question 7
 *   o31      option 31
 *   j31+34   options 31 and 34 of an aspects question together, for a reader who judged all its aspects
 */
import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView, QuestionView } from '../../surveys/schema'

/** The key under which the tally counts all ballots. */
export const BALLOT_KEY = 'b'
/** Stands alone in a ballot's history where its reader had the answers erased. */
export const ERASED_CELL = 'erased'
/** Returns the key of the ballots of a version. */
export const versionKey = (version: number) => `v${version}`
/** Returns the key of the ballots that answer a question. */
export const answeredKey = (questionId: number) => `q${questionId}`
/** Returns the key of the ballots that choose an option. */
export const optionKey = (optionId: number) => `o${optionId}`
/** Returns the key of the ballots that choose all these options. */
export const jointKey = (optionIds: number[]) => `j${optionIds.join('+')}`

/** An answer that passed the checks. */
export type Answer = { question: QuestionView; options: OptionView[]; text?: string }

/** Returns the cells of a ballot with `answers` to `version` of the questions. */
export function tallyKeysOf(answers: Answer[], version: number): string[] {
  return [BALLOT_KEY, versionKey(version), ...answers.flatMap(cellsOfAnswer)]
}

function cellsOfAnswer({ question, options }: Answer): string[] {
  const cells = [answeredKey(question.id), ...options.map((option) => optionKey(option.id))]
  if (question.kind !== 'aspects') return cells
  const judged = options.filter((option) => option.stance !== 'abstain')
  const all = judged.length === aspectsOf(question).length
  return all ? [...cells, jointKey(judged.map((option) => option.id))] : cells
}

const written = new WeakMap<Answer[], string>()

/**
 * Returns the same as one text, separated by spaces. Answers that many readers give are the same object
 * (lib/ballots/http/known-bodies.ts): their text is made once.
 */
export function tallyTextOf(answers: Answer[], version: number): string {
  const known = written.get(answers)
  if (known !== undefined) return known
  const text = tallyKeysOf(answers, version).join(' ')
  written.set(answers, text)
  return text
}

/** Returns the options among `cells`. */
export const chosenOptions = (cells: string[]): number[] =>
  cells.filter((cell) => cell.startsWith('o')).map((cell) => Number(cell.slice(1)))

/** Returns the version of the questions that a ballot of `cells` answers. */
export const versionOf = (cells: string[]): number =>
  Number(cells.find((cell) => cell.startsWith('v'))?.slice(1) ?? 1)

/**
 * Returns every possible joint cell of a question: the combinations of one judgement per aspect, in the order asked.
 */
export function jointOptions(question: QuestionView): number[][] {
  if (question.kind !== 'aspects') return []
  return aspectsOf(question).reduce<number[][]>(
    (combinations, aspect) =>
      combinations.flatMap((combination) =>
        aspect.options
          .filter((option) => option.stance !== 'abstain')
          .map((option) => [...combination, option.id]),
      ),
    [[]],
  )
}
