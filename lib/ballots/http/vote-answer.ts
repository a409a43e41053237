import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { jsonText } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { Cast } from '../commands/cast'
import type { Commit } from '../commands/write-ballots'

/** What stands right of ballots, and so comes from outside. */
export type Around = {
  /** Returns the results as of `commit` as JSON, or null while this survey hides them. */
  resultsOf: (survey: SurveyRecord, commit?: Commit) => Promise<string>
  resultsSchema: z.ZodType
  /** Told that readers wrote something; the vote does not wait for what is made of it. */
  onTexts: () => void
}

/** Describes what a vote, or its withdrawal, is answered with. */
export const castView = ({ resultsSchema }: Around) =>
  z
    .object({
      receipt: z.string().optional(),
      revision: z.int().optional(),
      results: resultsSchema.nullable(),
    })
    .meta({ id: 'Cast' })

const textOf = async (
  { resultsOf }: Around,
  survey: SurveyRecord,
  { receipt, revision, commit }: Partial<Cast>,
): Promise<string> =>
  `{${receipt ? `"receipt":"${receipt}",` : ''}${revision ? `"revision":${revision},` : ''}"results":${await resultsOf(survey, commit)}}`

/** Answers a vote that was taken: with the results, or by sending a browser to their page. */
export async function answerCast(c: Context, around: Around, survey: SurveyRecord, cast: Cast) {
  const context = contextOf(c)
  const { slug } = survey.view
  if (!context.wantsPage) return jsonText(c, await textOf(around, survey, cast), cast.first ? 201 : 200)
  if (cast.receipt) context.passReceipt(slug, cast.receipt)
  return c.redirect(`/consultations/${slug}/resultats`, 303)
}

/** Answers a withdrawal with the results without it. */
export const answerWithdrawn = async (c: Context, around: Around, survey: SurveyRecord) =>
  jsonText(c, await textOf(around, survey, {}))
