import { OpenAPIHono, z } from '@hono/zod-openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute, json } from '../../platform/http/route'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { findChainPage } from '../queries/chain'
import { chainPage } from '../schema'

const chainQuery = z.strictObject({
  /** The number of the last link that the client knows. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  /** Replaces a number: begins with the last link before that minute, whose head the next one follows. */
  from: z.iso.datetime().optional(),
  /** `no` leaves out what each link holds, and returns only what links the chain. */
  leaves: z.enum(['yes', 'no']).default('yes'),
})

export const chainRoutes = new OpenAPIHono()

addRoute(
  chainRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/chain',
    summary: 'What was committed, link by link',
    description:
      'Public also while results are hidden: only the receipt of a ballot lets somebody recognise its leaf.',
    params: slugParam,
    query: chainQuery,
    answers: { 200: json('A page of links; one that is full never changes', chainPage) },
    refuses: ['survey_not_found', 'invalid_request'],
  },
  async (c, { query }) => {
    const asked = query()
    if (!asked.ok) return answerProblem(c, asked.problem)
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    const { after, from, leaves } = asked.value
    const page = await findChainPage(survey.id, from === undefined ? { after } : { from }, leaves === 'yes')
    if (page.next !== null) c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.json(page)
  },
)
