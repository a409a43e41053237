import type { OptionView, QuestionView } from '../../surveys/schema'
import type { QuestionResults, Results } from '../schema'
import { optionShares } from './crossing'
import { type Variable, variablesOf } from './variables'

/** The same question in two surveys: the same choices, whatever the wording around them. */
export type Match = { first: Variable; second: Variable; sameWording: boolean }

const folded = (text: string) => text.normalize('NFKC').replace(/[’ʼ]/g, "'").trim().toLocaleLowerCase('fr')
const optionKey = ({ label, stance }: OptionView) => [folded(label), stance ?? ''].join('\n')
const optionKeys = ({ options, several, aspect }: Variable) =>
  [String(several), folded(aspect ?? ''), ...options.map(optionKey).sort()].join('\n')
const promptOf = ({ prompt }: Variable) => folded(prompt)

/**
 * Returns pairs of questions that have the same choices but for case and order, in the order of the first survey. Pairs
 * whose questions are worded alike are made first. Each is matched once; the options of the second follow the order of the
 * first.
 */
export function matchesOf(first: QuestionView[], second: QuestionView[]): Match[] {
  const left = variablesOf(second)
  const take = (wanted: Variable, alike: boolean) => {
    const index = left.findIndex(
      (candidate) =>
        optionKeys(candidate) === optionKeys(wanted) && (!alike || promptOf(candidate) === promptOf(wanted)),
    )
    const [found] = index < 0 ? [] : left.splice(index, 1)
    if (!found) return undefined
    const options = wanted.options.flatMap(
      (option) => found.options.find((other) => optionKey(other) === optionKey(option)) ?? [],
    )
    return { first: wanted, second: { ...found, options }, sameWording: promptOf(found) === promptOf(wanted) }
  }
  const asked = variablesOf(first)
  const alike = asked.map((variable) => take(variable, true))
  return asked.flatMap((variable, index) => alike[index] ?? take(variable, false) ?? [])
}

/** Returns the public counts of a variable's options, with their shares. */
export function figuresOf(variable: Variable, { questions }: Pick<Results, 'questions'>) {
  const holds = ({ options }: QuestionResults) => options.some(({ id }) => id === variable.options[0]?.id)
  const question = questions.find(holds)
  const counts = variable.options.map(
    ({ id }) => question?.options.find((option) => option.id === id)?.count ?? 0,
  )
  return { counts, shares: optionShares(variable, counts, question?.answered ?? 0) }
}
