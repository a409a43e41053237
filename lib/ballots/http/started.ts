import { OpenAPIHono, z } from '@hono/zod-openapi'
import { LRUCache } from 'lru-cache'
import { readText } from '../../platform/http/body-limit'
import { SMALL_BODY } from '../../platform/http/body-size'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute } from '../../platform/http/route'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { contextOf } from '../../readers/request-context'
import { slugParam } from '../../surveys/http'
import { findSurvey } from '../../surveys/queries/public'
import { noteVisit } from '../commands/visits'

/**
 * Limits the recently begun forms in memory, which prevent counting one twice. More than are begun while a reader fills
 * one in.
 */
const MAX_KEPT = 50_000

const begun = () => oncePerProcess('begun', () => new LRUCache<string, true>({ max: MAX_KEPT }))

export const startedRoutes = new OpenAPIHono()

addRoute(
  startedRoutes,
  {
    method: 'post',
    path: '/surveys/{slug}/started',
    summary: 'Count that a form was begun',
    description:
      'Sent by the page itself with the first thing a reader touches: the token of its form as text, so that each page is counted once. It says nothing of what was answered.',
    params: slugParam,
    text: z.string(),
    answers: { 204: { description: 'Counted, or counted before' } },
    refuses: ['survey_not_found', 'invalid_request: not the token of a page of ours'],
  },
  async (c) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    const sent = await readText(c, SMALL_BODY)
    if (!sent.ok) return answerProblem(c, sent.problem)
    const attempt = sent.value
    const token = contextOf(c).formToken(attempt)
    if (!token) return answerProblem(c, { code: 'invalid_request' })
    if (survey.view.status === 'open' && contextOf(c).isPageView && !begun().has(attempt)) {
      begun().set(attempt, true)
      noteVisit(survey.id, token.source, 'started')
    }
    return c.body(null, 204)
  },
)
