import type { OptionView, QuestionView } from '../../surveys/schema'
import { answeredKey, BALLOT_KEY, jointKey, optionKey, versionKey, versionOf } from './tally-keys'

/** What the check of cells needs of a question. */
export type Asked = {
  id: number
  version: number
  kind: QuestionView['kind']
  options: { id: number; aspect: string | null; stance: OptionView['stance'] | null }[]
}

/** Returns what is wrong with the answer to `question`, and removes its cells from `left`. */
function faultOfAnswer({ id, kind, options }: Asked, left: Set<string>): string | undefined {
  const chosen = options.filter((option) => left.delete(optionKey(option.id)))
  if (!left.delete(answeredKey(id)))
    return chosen.length ? `has options of question ${id} and not its answer` : undefined
  if (kind === 'open') return undefined
  if (!chosen.length) return `answers question ${id} with no option`
  if ((kind === 'single' || kind === 'scale') && chosen.length > 1)
    return `answers question ${id} with ${chosen.length} options`
  if (kind !== 'aspects') return undefined
  const judged = new Set(chosen.map((option) => option.aspect))
  if (judged.size !== chosen.length) return `judges an aspect of question ${id} twice`
  const sided = chosen.filter((option) => option.stance !== 'abstain')
  const all = new Set(options.map((option) => option.aspect)).size
  if (sided.length !== all) return undefined
  return left.delete(jointKey(sided.map((option) => option.id)))
    ? undefined
    : `lacks the joint cell of question ${id}`
}

/**
 * Returns what is wrong with a ballot of `cells` where `questions` (of all versions) are asked; undefined if nothing
 * is.
 */
export function faultOfCells(cells: string[], questions: Asked[]): string | undefined {
  if (!cells.length) return undefined
  const left = new Set(cells)
  if (left.size !== cells.length) return 'has a cell twice'
  if (!left.delete(BALLOT_KEY)) return `lacks the cell ${BALLOT_KEY}`
  const version = versionOf(cells)
  if (!left.delete(versionKey(version))) return 'has no version'
  for (const question of questions.filter((one) => one.version === version)) {
    const wrong = faultOfAnswer(question, left)
    if (wrong) return wrong
  }
  return left.size ? `has cells that nothing asked makes: ${[...left].join(' ')}` : undefined
}
