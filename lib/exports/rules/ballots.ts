import { chosenOptions, versionOf } from '../../ballots/rules/cells'
import { aspectsOf } from '../../surveys/rules/aspects'
import type { QuestionView } from '../../surveys/schema'
import { type Column, minuteOf, type Row, type Value } from './table'

/** A question as it was asked in one version of the survey. */
export type AskedQuestion = QuestionView & { version: number }

export type BallotRecord = {
  cells: string[]
  castAt: Date
  changedAt: Date
  /** The reader's own words by question, those that may be told. */
  texts: Record<string, string> | null
}

type Answer = { column: Column; of: (chosen: Set<number>, texts: Record<string, string>) => Value }

/** The columns one question makes: one for its answer, one for each judgement, or one for each option. */
function answersOf(question: AskedQuestion): Answer[] {
  const { id, kind, prompt, options, version } = question
  const name = version > 1 ? `v${version}_q${id}` : `q${id}`
  const one = (among: typeof options) => (chosen: Set<number>) =>
    among.find((option) => chosen.has(option.id))?.label ?? null
  switch (kind) {
    case 'open':
      return [{ column: { name, title: prompt, kind: 'text' }, of: (_, texts) => texts[id] ?? null }]
    case 'aspects':
      return aspectsOf(question).map((aspect, index) => ({
        column: { name: `${name}_${index + 1}`, title: `${prompt} [${aspect.name}]`, kind: 'text' },
        of: one(aspect.options),
      }))
    case 'multiple':
      return options.map((option, index) => ({
        column: { name: `${name}_${index + 1}`, title: `${prompt} [${option.label}]`, kind: 'number' },
        of: (chosen) =>
          options.some((other) => chosen.has(other.id)) ? Number(chosen.has(option.id)) : null,
      }))
    default:
      return [{ column: { name, title: prompt, kind: 'text' }, of: one(options) }]
  }
}

const FIXED: Column[] = [
  { name: 'version', title: 'Version des questions', kind: 'number' },
  { name: 'cast_at', title: 'Répondu le (UTC)', kind: 'time' },
  { name: 'changed_at', title: 'Modifié le (UTC)', kind: 'time' },
]

/** One line a ballot: what was answered and when, to the minute, and nothing about who. */
export function ballotTable(questions: AskedQuestion[]) {
  const answers = questions.flatMap(answersOf)
  return {
    columns: [...FIXED, ...answers.map(({ column }) => column)],
    row: ({ cells, castAt, changedAt, texts }: BallotRecord): Row => {
      const chosen = new Set(chosenOptions(cells))
      return [
        versionOf(cells),
        minuteOf(castAt),
        minuteOf(changedAt),
        ...answers.map(({ of }) => of(chosen, texts ?? {})),
      ]
    },
  }
}
