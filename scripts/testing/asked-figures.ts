/** Questions with made-up figures, for tests that compare how places show them. */
import type { Locale } from '../../lib/platform/i18n/locale'
import type { QuestionResults, Results } from '../../lib/results/schema'
import type { OptionView, QuestionView, SurveyView } from '../../lib/surveys/schema'

export type Asked = { question: QuestionView; figures: QuestionResults }

export const viewOf = (questions: QuestionView[], language: Locale): SurveyView => ({
  ...{ slug: 'le-pont', title: 'Le pont', summary: '', language, version: 1, questions },
  ...{ source: { name: 'Le Quotidien' }, status: 'closed', resultsVisibility: 'always' },
})
export const resultsOf = (asked: Asked[]): Results => ({
  ...{ slug: 'le-pont', seq: 7, at: '2026-11-29T23:30:00.000Z', version: 1, earlier: 0, hash: 'h' },
  ballots: Math.max(1, ...asked.map(({ figures }) => figures.answered)),
  questions: asked.map(({ figures }) => figures),
})

let ids = 0
const option = (label: string, more: Partial<OptionView> = {}): OptionView => ({ id: ++ids, label, ...more })
/** Returns a question with `counts` for its options; the last is «sans avis» where `abstained` is given. */
export function asked(kind: 'single' | 'scale' | 'multiple', counts: number[], abstained?: number): Asked {
  const id = ++ids
  const options = counts.map((_, index) => option(`choix ${id}-${index}`))
  const none = abstained === undefined ? [] : [option('Sans avis', { stance: 'abstain' })]
  const all = [...counts, ...(abstained === undefined ? [] : [abstained])]
  const sum = counts.reduce((total, count) => total + count, 0)
  const answered = (kind === 'multiple' ? Math.max(0, ...counts) : sum) + (abstained ?? 0)
  return {
    question: { id, kind, prompt: `Question ${id}`, required: false, options: [...options, ...none] },
    figures: {
      id,
      answered,
      options: [...options, ...none].map((one, index) => ({ id: one.id, count: all[index] ?? 0 })),
    },
  }
}
/** Returns judgements, each with its readers for and against. */
export function judged(counts: [number, number][]): Asked {
  const id = ++ids
  const options = counts.flatMap((_, index) => [
    option(`oui ${id}-${index}`, { aspect: `point ${index}`, stance: 'yes' }),
    option(`non ${id}-${index}`, { aspect: `point ${index}`, stance: 'no' }),
  ])
  return {
    question: { id, kind: 'aspects', prompt: `Question ${id}`, required: false, options },
    figures: {
      id,
      answered: Math.max(...counts.map(([yes, no]) => yes + no)),
      options: options.map((one, index) => ({ id: one.id, count: counts.flat()[index] ?? 0 })),
    },
  }
}
