import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView, QuestionView } from '../../surveys/schema'

/** A dimension of a ballot with one value, or several: a question, or one judgement of an `aspects` question. */
export type Variable = {
  /** Its name in an address: q7, or q7-2 for the second judgement of question 7. */
  key: string
  prompt: string
  aspect?: string
  options: OptionView[]
  /** Whether one ballot may choose more than one option: its counts then overlap. */
  several: boolean
}

/** Returns what can be counted in a survey's ballots, in the order asked. Excludes free answers, which people read. */
export const variablesOf = (questions: QuestionView[]): Variable[] =>
  questions.flatMap((question): Variable[] => {
    const { id, kind, prompt, options } = question
    if (kind === 'open') return []
    if (kind !== 'aspects') return [{ key: `q${id}`, prompt, options, several: kind === 'multiple' }]
    return aspectsOf(question).map((aspect, index) => ({
      key: `q${id}-${index + 1}`,
      prompt,
      aspect: aspect.name,
      options: aspect.options,
      several: false,
    }))
  })

/**
 * Returns the two variables to analyse together: those named, if they exist and differ, else the first ones. None where
 * a survey asks only for texts, and one alone where there is nothing to cross it with.
 */
export function chosenVariables(
  variables: Variable[],
  asked: { a?: string | undefined; b?: string | undefined },
): Variable[] {
  const named = (key: string | undefined) => variables.find((variable) => variable.key === key)
  const first = named(asked.a) ?? variables.find(({ key }) => key !== asked.b) ?? variables[0]
  if (!first) return []
  const other = (variable: Variable | undefined) => (variable?.key === first.key ? undefined : variable)
  const second = other(named(asked.b)) ?? variables.find(({ key }) => key !== first.key)
  return second ? [first, second] : [first]
}
