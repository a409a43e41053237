import { createHash } from 'node:crypto'
import { answeredCell, jointCell, jointOptions, optionCell, versionCell } from '../../ballots/rules/cells'
import type { SurveyView } from '../../surveys/schema'
import type { QuestionResults, Results } from '../schema'

export type Tally = { seq: number; at: Date; chain: string; counts: Map<string, number> }

type Asked = Pick<SurveyView, 'slug' | 'version' | 'questions'>

/** The public figures of one tally: the one number that page, API and every other view show. */
export function resultsOf({ slug, version, questions }: Asked, { seq, at, chain, counts }: Tally): Results {
  const count = (cell: string) => counts.get(cell) ?? 0
  const earlier = Array.from({ length: version - 1 }, (_, index) => count(versionCell(index + 1))).reduce(
    (sum, one) => sum + one,
    0,
  )
  const body = {
    slug,
    seq,
    at: at.toISOString(),
    chain,
    version,
    ballots: count(versionCell(version)),
    earlier,
    questions: questions.map((question): QuestionResults => {
      const joint = jointOptions(question)
      return {
        id: question.id,
        answered: count(answeredCell(question.id)),
        options: question.options.map(({ id }) => ({ id, count: count(optionCell(id)) })),
        ...(joint.length > 0 && {
          joint: joint.map((optionIds) => ({ optionIds, count: count(jointCell(optionIds)) })),
        }),
      }
    }),
  }
  return { ...body, hash: createHash('sha256').update(JSON.stringify(body)).digest('hex') }
}
