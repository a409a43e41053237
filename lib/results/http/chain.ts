import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { json, problem } from '../../platform/http/openapi'
import { answerProblem, fieldProblems } from '../../platform/http/problem-response'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { findChainPage } from '../queries/chain'
import { chainPage } from '../schema'

const chainQuery = z.strictObject({
  /** The number of the last link that is known already. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  /** In place of a number: begin with the last link before that minute, whose head the next one follows. */
  from: z.iso.datetime().optional(),
  /** `no`: only what links the chain, without what each link holds. */
  leaves: z.enum(['yes', 'no']).default('yes'),
})

export const chainRoutes = new OpenAPIHono()

chainRoutes.openAPIRegistry.registerPath(
  createRoute({
    method: 'get',
    path: '/surveys/{slug}/chain',
    summary: 'What was committed, link by link',
    description:
      'Public also while results are hidden: a leaf can be recognised only by whoever has the receipt of its ballot.',
    request: { params: slugParam, query: chainQuery },
    responses: {
      200: json('A page of links; one that is full never changes', chainPage),
      404: problem('survey_not_found'),
      422: problem('invalid_request'),
    },
  }),
)
chainRoutes.get('/surveys/:slug/chain', async (c) => {
  const asked = chainQuery.safeParse(c.req.query())
  if (!asked.success) return answerProblem(c, { code: 'invalid_request', fields: fieldProblems(asked.error) })
  const survey = await findSurvey(c.req.param('slug'))
  if (!survey) return answerProblem(c, { code: 'survey_not_found' })
  const { after, from, leaves } = asked.data
  const page = await findChainPage(survey.id, from === undefined ? { after } : { from }, leaves === 'yes')
  if (page.next !== null) c.header('cache-control', 'public, max-age=31536000, immutable')
  return c.json(page)
})
