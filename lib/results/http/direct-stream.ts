import type { IncomingMessage, ServerResponse } from 'node:http'
import { commonHeaderList, type ShortWay } from '../../platform/http/direct-answer'
import { NodeExchange } from '../../platform/http/exchange'
import { RequestContext } from '../../readers/request-context'
import { findSurvey } from '../../surveys/queries/public'
import { live } from '../queries/live'
import { isPlainRead } from './plain-read'
import { ResultStream, STREAM_HEADERS } from './result-stream'
import { mayStream } from './stream'

const PATH = /^\/api\/v1\/surveys\/([a-z0-9-]{1,200})\/results\/stream(?:\?after=(\d{1,15}))?$/
const SEQ = /^\d{1,15}$/

/**
 * The short way of live results: a client that is accepted costs a response of node:http and a sink, without the streams
 * and promises of Fetch, which take more memory than both. All other requests take the long way (stream.ts).
 */
export const directStream: ShortWay = (request, response, takeLongWay) => {
  const [, slug, after] = PATH.exec(request.url ?? '') ?? []
  const had = request.headers['last-event-id']?.toString() ?? after
  if (slug === undefined || !isPlainRead(request) || (had !== undefined && !SEQ.test(had))) return false
  begin(request, response, slug, had === undefined ? undefined : Number(had)).then(
    (begun) => begun || takeLongWay(),
    takeLongWay,
  )
  return true
}

/** Begins a stream; resolves to false where its request has another answer. */
async function begin(
  request: IncomingMessage,
  response: ServerResponse,
  slug: string,
  had: number | undefined,
): Promise<boolean> {
  const survey = await findSurvey(slug)
  const { network } = new RequestContext(new NodeExchange(request.headers))
  if (!survey || !mayStream(survey) || live().refusalOf(network)) return false
  // Without chunks, as the standard of these events advises: each event is one write. Its end closes the connection.
  response.shouldKeepAlive = false
  response.useChunkedEncodingByDefault = false
  response.writeHead(200, [...commonHeaderList(), ...Object.entries(STREAM_HEADERS).flat()])
  const stream = new ResultStream(survey, had, {
    write: (bytes) => response.write(bytes, taken),
    close: () => response.end(),
  })
  function taken(error?: Error | null) {
    if (!error) stream.taken()
  }
  response.on('close', () => stream.leave())
  stream.begin(network)
  return true
}
