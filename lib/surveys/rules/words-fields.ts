import type { Draft } from '../schema'

/** The parts of a question that the form of a consultation's words has. */
export type Part = 'prompt' | 'lines'
/** The form stands beside the draft's own fields, which have other ids. */
export const PREFIX = 'words.'

/** Names the field of the form for a part of question `index`. */
export const wordsField = (index: number, part: Part) => `${PREFIX}questions.${index}.${part}`

/** Returns the form's fields with the words of `draft`. */
export const wordsOf = ({ questions }: Draft): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ prompt, lines }, index) => [
      [wordsField(index, 'prompt'), prompt],
      [wordsField(index, 'lines'), lines.join('\n')],
    ]),
  )
