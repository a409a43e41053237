import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { jsonText } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { Cast } from '../commands/cast'
import type { Commit } from '../rules/commit'

/** What ballots need of modules further right, which is injected. */
export type Around = {
  /** Returns the results as of `commit` as JSON, or null while this survey hides them. */
  resultsOf: (survey: SurveyRecord, commit?: Commit) => Promise<string>
  resultsSchema: z.ZodType
  /** Called when readers wrote something; the vote does not wait for the effects. */
  onTexts: () => void
}

/** Describes the response to a vote or its withdrawal. */
export const castView = ({ resultsSchema }: Around) =>
  z
    .object({
      receipt: z.string().optional(),
      revision: z.int().optional(),
      /** How many revisions the ballot's texts have together. */
      texts: z.int().min(0).optional(),
      results: resultsSchema.nullable(),
    })
    .meta({ id: 'Cast' })

type Shown = { view: SurveyRecord['view']; results: Promise<string> }
const shown = new WeakMap<Commit, Shown>()

/** Resolves to the results after `commit` as JSON, made once for all ballots of its batch. */
export function resultsAfter(
  { resultsOf }: Around,
  survey: SurveyRecord,
  commit: Commit | undefined,
): Promise<string> {
  const known = commit && shown.get(commit)
  if (known?.view === survey.view) return known.results
  const results = resultsOf(survey, commit)
  if (commit) shown.set(commit, { view: survey.view, results })
  return results
}

/** Returns the JSON of a vote’s answer. `results` are those after its commit. */
export const castText = ({ receipt, revision, texts }: Partial<Cast>, results: string): string =>
  `{${receipt ? `"receipt":"${receipt}",` : ''}${revision ? `"revision":${revision},"texts":${texts ?? 0},` : ''}"results":${results}}`

/** Returns the status of a vote’s answer: a first ballot is created. */
export const statusOf = ({ first }: Cast) => (first ? 201 : 200)

/** Answers an accepted vote: with the results, or by redirecting a browser to their page. */
export async function answerCast(c: Context, around: Around, survey: SurveyRecord, cast: Cast) {
  const context = contextOf(c)
  const { slug } = survey.view
  if (!context.wantsPage) {
    const results = await resultsAfter(around, survey, cast.commit)
    return jsonText(c, castText(cast, results), statusOf(cast))
  }
  if (cast.receipt) context.passReceipt(slug, cast.receipt)
  return c.redirect(`/consultations/${slug}/resultats`, 303)
}

/** Answers a withdrawal with the results without it. */
export const answerWithdrawn = async (c: Context, around: Around, survey: SurveyRecord) =>
  jsonText(c, castText({}, await resultsAfter(around, survey, undefined)))
