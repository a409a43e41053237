import { OpenAPIHono, z } from '@hono/zod-openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import { slugParam } from '../../surveys/http'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { live } from '../queries/live'
import { ResultStream, STREAM_HEADERS } from './result-stream'

const seq = z.coerce.number().int().min(0).optional().catch(undefined).openapi({ type: 'integer' })
/** Seconds to wait for a slot: streams are held for minutes, so none becomes free within seconds. */
const AGAIN_SECONDS = 30
const after = z.object({ after: seq })

/** Started at once: even a process without streams must notify the others of what moved. */
live()

/** Returns a stream of results as the body of a response. */
function bodyOf(survey: SurveyRecord, network: string | undefined, had: number | undefined) {
  let stream: ResultStream | undefined
  return new ReadableStream<Uint8Array>(
    {
      // Subscribes only on the first read: a response without a body (HEAD) leaves no stream behind.
      pull(body) {
        if (stream) return stream.taken()
        stream = new ResultStream(survey, had, {
          write: (bytes) => body.enqueue(bytes),
          close: () => body.close(),
        })
        stream.begin(network)
      },
      cancel: () => stream?.leave(),
    },
    { highWaterMark: 0 },
  )
}

/** Returns whether `survey` has results that change before everybody's eyes. */
export const mayStream = ({ view }: SurveyRecord) => showsResults(view) && view.status === 'open'

export const streamRoutes = new OpenAPIHono()

addRoute(
  streamRoutes,
  {
    method: 'get',
    path: '/surveys/{slug}/results/stream',
    summary: 'The results as they change',
    description:
      'Server-sent events: `results` with the results as JSON, at most four a second, some left out for a client that is slow; `end` when nothing more will come. Their ids are sequence numbers: with Last-Event-ID, or `after` for a first request, only newer results are sent.',
    params: slugParam,
    query: after,
    answers: {
      200: {
        description: 'Events, until the survey closes',
        content: { 'text/event-stream': { schema: z.string() } },
      },
    },
    refuses: [
      'results_hidden',
      'survey_not_found',
      'survey_closed: the results do not change any more',
      'too_many_streams: of this network; ask for the results now and then',
      'busy: too many streams; ask for the results now and then',
    ],
  },
  async (c, { query }) => {
    const survey = await findSurvey(c.req.param('slug'))
    if (!survey) return answerProblem(c, { code: 'survey_not_found' })
    if (!showsResults(survey.view)) return answerProblem(c, { code: 'results_hidden' })
    if (survey.view.status !== 'open') return answerProblem(c, { code: 'survey_closed' })
    const network = contextOf(c).network
    const code = live().refusalOf(network)
    if (code) return answerProblem(c, { code, again: { afterSeconds: AGAIN_SECONDS } })
    const asked = query()
    const had = seq.parse(c.req.header('last-event-id')) ?? (asked.ok ? asked.value.after : undefined)
    return c.body(bodyOf(survey, network, had), 200, STREAM_HEADERS)
  },
)
