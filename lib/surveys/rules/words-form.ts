import type { FieldCode, FieldProblem } from '../../platform/http/problem-codes'
import { isBlank } from '../../platform/i18n/clean-text'
import { type Draft, LABEL_LENGTH, MAX_OPTIONS, PROMPT_LENGTH } from '../schema'
import { type Part, PREFIX, wordsField } from './words-fields'

/** Returns those of `fields` that are words. */
export const wordsIn = (fields: Iterable<[string, unknown]>): Record<string, string> =>
  Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      name.startsWith(PREFIX) && typeof value === 'string' ? [[name, value.replace(/\r\n?/g, '\n')]] : [],
    ),
  )

/** Returns `draft` with the words of a sent form; blank lines are left out, and what was not sent stays. */
export const withWords = (draft: Draft, words: Record<string, string>): Draft => ({
  ...draft,
  questions: draft.questions.map((question, index) => ({
    ...question,
    prompt: words[wordsField(index, 'prompt')] ?? question.prompt,
    lines: words[wordsField(index, 'lines')]?.split('\n').filter((line) => !isBlank(line)) ?? question.lines,
  })),
})

/** Returns what is too long in the questions of `draft`, each fault beside its field. */
export const tooLong = ({ questions }: Draft): FieldProblem[] =>
  questions.flatMap(({ prompt, lines }, index) => {
    const fault = (code: FieldCode, part: Part, max: number, length: number) =>
      length > max
        ? [
            {
              code,
              path: ['questions', index, part],
              field: `questions.${index}.${part}`,
              values: { max, length },
            },
          ]
        : []
    const longest = Math.max(0, ...lines.map((line) => line.length))
    return [
      ...fault('text_too_long', 'prompt', PROMPT_LENGTH, prompt.length),
      ...fault('text_too_many_lines', 'lines', MAX_OPTIONS, lines.length),
      ...fault('text_too_long', 'lines', LABEL_LENGTH, longest),
    ]
  })

/** Returns the faults of a draft beside the fields of this form. */
export const besideWords = (faults: FieldProblem[] = []): FieldProblem[] =>
  faults.map((fault) => ({ ...fault, ...(fault.field && { field: `${PREFIX}${fault.field}` }) }))
