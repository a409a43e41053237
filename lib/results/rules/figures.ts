import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView, QuestionView } from '../../surveys/schema'
import type { QuestionResults, Results } from '../schema'
import { Share, sharesOf } from './shares'

/** `share` is undefined where there are too few answers for one. */
export type FigureRow = { id: number; label: string; count: number; share: Share | undefined }

/** The rows of a question, or of one judgement, with the base of their shares. */
export type FigureGroup = {
  /** The judgement, for one of an `aspects` question. */
  aspect?: string
  /**
   * The base of the shares: opinions given («sans avis» counted apart), answers, or readers who could choose several.
   */
  base: 'expressed' | 'answered' | 'multiple' | 'multipleExpressed'
  total: number
  rows: FigureRow[]
  abstained?: number
}

/** Returns what every view shows of one question, options in the order asked; nothing of an open one. */
export function figureGroups(question: QuestionView, figures: QuestionResults): FigureGroup[] {
  const countOf = (option: OptionView) => figures.options.find(({ id }) => id === option.id)?.count ?? 0
  if (question.kind === 'open') return []
  if (question.kind === 'multiple') return [overlapping(question.options, countOf, figures.answered)]
  if (question.kind !== 'aspects') return [judged(question.options, countOf)]
  return aspectsOf(question).map(({ name, options }) => ({ aspect: name, ...judged(options, countOf) }))
}

const rowsOf = (questions: QuestionView[], results: Pick<Results, 'questions'>): FigureRow[] =>
  questions.flatMap((question) => {
    const figures = results.questions.find(({ id }) => id === question.id)
    return figures ? figureGroups(question, figures).flatMap(({ rows }) => rows) : []
  })

/** Returns whether any share of `results` is shown, so that the page must say that shares are rounded. */
export const showsShares = (questions: QuestionView[], results: Pick<Results, 'questions'>): boolean =>
  rowsOf(questions, results).some(({ share }) => share !== undefined)

/** Returns whether some figures are counts alone, so that the page must say why. */
export const lacksShares = (questions: QuestionView[], results: Pick<Results, 'questions'>): boolean =>
  rowsOf(questions, results).some(({ share }) => share === undefined)

type CountOf = (option: OptionView) => number

/** Returns shares of those who gave an opinion; «sans avis» is counted apart and takes nothing from them. */
function judged(options: OptionView[], countOf: CountOf): FigureGroup {
  const given = options.filter(({ stance }) => stance !== 'abstain')
  const abstain = options.find(({ stance }) => stance === 'abstain')
  const counts = given.map(countOf)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const shares = sharesOf(counts)
  return {
    base: abstain ? 'expressed' : 'answered',
    total,
    rows: given.map(({ id, label }, index) => ({
      id,
      label,
      count: counts[index] ?? 0,
      share: shares[index],
    })),
    ...(abstain && { abstained: countOf(abstain) }),
  }
}

/** Returns each option's share of those who gave an opinion: the shares overlap, and add to more than 100. */
function overlapping(options: OptionView[], countOf: CountOf, answered: number): FigureGroup {
  const abstain = options.find(({ stance }) => stance === 'abstain')
  const abstained = abstain && countOf(abstain)
  const total = answered - (abstained ?? 0)
  const given = options.filter((option) => option !== abstain)
  const rows = given.map((option) => {
    const count = countOf(option)
    return { id: option.id, label: option.label, count, share: Share.of(count, total) }
  })
  if (abstained === undefined) return { base: 'multiple', total, rows }
  return { base: 'multipleExpressed', total, rows, abstained }
}
