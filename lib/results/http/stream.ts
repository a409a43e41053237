import { OpenAPIHono, z } from '@hono/zod-openapi'
import { answerProblem } from '../../platform/http/problem-response'
import { addRoute } from '../../platform/http/route'
import { contextOf } from '../../readers/request-context'
import { slugParam } from '../../surveys/http'
import { findSurvey, type SurveyRecord } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { live } from '../queries/live'
import { type Frame, type Had, HEARTBEAT, isNews, opening } from '../rules/stream-events'

const seq = z.coerce.number().int().min(0).optional().catch(undefined).openapi({ type: 'integer' })
/** Seconds to wait for a slot: streams are held for minutes, so none becomes free within seconds. */
const AGAIN_SECONDS = 30
const after = z.object({ after: seq })

/** Started at once: even a process without streams must notify the others of what moved. */
live()

/**
 * Returns a stream of results as the body of a response. It pulls the next results only when its client took the
 * previous ones. So a slow client misses results that are old by then, and uses no memory for them.
 */
function streamOf(
  survey: SurveyRecord,
  network: string | undefined,
  had: number | undefined,
): ReadableStream<Uint8Array> {
  let [waiting, ready, ended]: [Uint8Array | undefined, boolean, boolean] = [undefined, false, false]
  let last: Had | undefined = had === undefined ? undefined : { seq: had, version: survey.view.version }
  let leave: (() => void) | undefined
  let body: ReadableStreamDefaultController<Uint8Array>

  const flush = () => {
    if (!ready) return
    if (waiting) {
      const bytes = waiting
      waiting = undefined
      ready = false
      body.enqueue(bytes)
    } else if (ended) {
      ready = false
      leave?.()
      body.close()
    }
  }
  const sink = {
    offer(frame: Frame) {
      if (ended || !isNews(frame, last)) return
      last = frame
      waiting = frame.bytes
      flush()
    },
    beat() {
      if (ended || waiting) return
      waiting = HEARTBEAT
      flush()
    },
    end(bytes?: Uint8Array) {
      if (ended) return
      ended = true
      if (bytes) waiting = bytes
      flush()
    },
  }
  return new ReadableStream(
    {
      start: (controller) => {
        body = controller
      },
      // Subscribes only on the first read: a response without a body (HEAD) leaves no stream behind.
      pull() {
        ready = true
        if (!leave && !ended) {
          waiting = opening(Math.random())
          flush()
          leave = live().add(survey, network, sink)
          if (!leave) sink.end()
        } else flush()
      },
      cancel: () => leave?.(),
    },
    { highWaterMark: 0 },
  )
}

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
    return c.body(streamOf(survey, network, had), 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would hold events back until they fill its buffer.
      'x-accel-buffering': 'no',
    })
  },
)
