import { createHash } from 'node:crypto'
import type { PublicFigures, Tally } from '../../ballots/rules/published'
import { answeredKey, jointKey, jointOptions, optionKey, versionKey } from '../../ballots/rules/tally-keys'
import type { SurveyView } from '../../surveys/schema'
import type { QuestionResults, Results } from '../schema'

type Asked = Pick<SurveyView, 'slug' | 'version' | 'questions'>

/** Computes the public figures of one tally: the one number that page, API and every other view show. */
export function resultsOf({ slug, version, questions }: Asked, { seq, at, chain, counts }: Tally): Results {
  const count = (cell: string) => counts.get(cell) ?? 0
  const body = {
    slug,
    seq,
    at: at.toISOString(),
    chain,
    version,
    ballots: count(versionKey(version)),
    earlier: earlierIn(counts, version),
    questions: questions.map((question): QuestionResults => {
      const joint = jointOptions(question)
      return {
        id: question.id,
        answered: count(answeredKey(question.id)),
        options: question.options.map(({ id }) => ({ id, count: count(optionKey(id)) })),
        ...(joint.length > 0 && {
          joint: joint.map((optionIds) => ({ optionIds, count: count(jointKey(optionIds)) })),
        }),
      }
    }),
  }
  return { ...body, hash: hashOf(body) }
}

const hashOf = (body: object) => createHash('sha256').update(JSON.stringify(body)).digest('hex')

/** Counts the ballots that answer a version before `version`. */
const earlierIn = (counts: Map<string, number>, version: number) =>
  Array.from({ length: version - 1 }, (_, index) => counts.get(versionKey(index + 1)) ?? 0).reduce(
    (sum, one) => sum + one,
    0,
  )

/** Returns only the number of ballots: with so few, figures would reveal the answers of one of them. */
export function fewResults(
  { slug, version, opensAt }: Pick<SurveyView, 'slug' | 'version' | 'opensAt'>,
  { at, counts }: Extract<PublicFigures, { kind: 'few' }>,
): Results {
  const ballots = counts.get(versionKey(version)) ?? 0
  const when = counts.size ? at : new Date(opensAt ?? 0)
  const earlier = earlierIn(counts, version)
  const body = { slug, seq: 0, at: when.toISOString(), version, ballots, earlier, questions: [] }
  return { ...body, hash: hashOf(body) }
}
