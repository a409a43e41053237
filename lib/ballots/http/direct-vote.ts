import type { IncomingMessage } from 'node:http'
import { type ShortWay, sendJson } from '../../platform/http/direct-answer'
import { NodeExchange } from '../../platform/http/exchange'
import { hasOldNames } from '../../readers/cookies'
import { mayChange } from '../../readers/csrf'
import { RequestContext } from '../../readers/request-context'
import { findSurvey } from '../../surveys/queries/public'
import { castVote } from './cast-vote'
import { readKnownBody } from './known-bodies'
import { limitOf, readVote } from './read-vote'
import { type LeftOver, leaveToLongWay } from './refused-vote'
import { type Around, castText, resultsAfter, statusOf } from './vote-answer'

const PATH = /^\/api\/v1\/surveys\/([a-z0-9-]{1,200})\/ballot$/
/** Bytes of a body that is read here: that of a long text and its answers. */
const MAX_BYTES = 16 * 1024

/** What a request must be for the short way. Whatever is not so goes the long way, which has an answer for everything. */
const TAKEN: ((request: IncomingMessage, exchange: NodeExchange) => boolean)[] = [
  ({ method }) => method === 'POST',
  // A body that says how long it is, and is short.
  ({ headers }) => Number(headers['content-length']) > 0 && Number(headers['content-length']) <= MAX_BYTES,
  ({ headers }) => !headers['transfer-encoding'] && !headers.expect && !headers.upgrade,
  ({ headers }) => isFormType(headers['content-type']) || IS_JSON.test(headers['content-type'] ?? ''),
  // A form that a browser sends by itself is answered by a page.
  ({ headers }) => !headers.accept?.includes('text/html'),
  ({ method, headers }, exchange) =>
    headers['sec-fetch-site'] === 'same-origin' || mayChange(method, exchange),
  (_, exchange) => !hasOldNames(exchange),
]

const BYTE_ORDER_MARK = '\ufeff'
/** Decodes as Fetch does: without a byte order mark, and with replacements for what is not UTF-8. */
function decode(body: Buffer): string {
  const text = body.toString()
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}

const IS_FORM = /^application\/x-www-form-urlencoded(?:;|$)/
const IS_JSON = /^application\/json(?:;|$)/
const isFormType = (type: string | undefined) => IS_FORM.test(type ?? '')

const slugOf = ({ url = '' }: IncomingMessage) => PATH.exec(url)?.[1]

/**
 * Returns the short way of a vote, from node:http without a router. It takes the requests of `TAKEN` and returns true for
 * them, false for all others. Reading, limits, proof of work and casting are those of the long way (ballot.ts). That
 * also tells every refusal and error: `takeLongWay` passes the request on.
 */
export const directVotes =
  (around: Around): ShortWay =>
  (request, response, takeLongWay) => {
    const slug = slugOf(request)
    if (slug === undefined) return false
    const exchange = new NodeExchange(request.headers)
    if (!TAKEN.every((isSo) => isSo(request, exchange))) return false

    readBody(request, (body) => {
      void vote(around, { slug, exchange, body }).then((told) => {
        if ('text' in told) return sendJson(response, told.status, told.text, exchange.cookies)
        leaveToLongWay(request, told)
        takeLongWay()
      })
    })
    return true
  }

/** Calls `done` with the whole body. A client that leaves before its end is answered by nobody. */
function readBody(request: IncomingMessage, done: (body: Buffer) => void) {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const [first] = chunks
    const body = chunks.length === 1 && first ? first : Buffer.concat(chunks)
    // Where the long way would read the body again.
    ;(request as { rawBody?: Buffer }).rawBody = body
    done(body)
  })
}

type Sent = { slug: string; exchange: NodeExchange; body: Buffer }
type Told = { status: number; text: string } | LeftOver

/** Casts a vote and resolves to its answer, or to what the long way has to tell. Never rejects. */
async function vote(around: Around, { slug, exchange, body }: Sent): Promise<Told> {
  try {
    const found = findSurvey(slug)
    const survey = found instanceof Promise ? await found : found
    if (!survey) return { refused: { code: 'survey_not_found' } }
    const limit = limitOf(survey)
    if (body.length > limit.bytes) return { refused: { code: 'body_too_large' } }
    const isForm = isFormType(exchange.header('content-type'))
    const given = readKnownBody(survey, decode(body), isForm, limit.parts)
    const read = readVote(new RequestContext(exchange), survey, given)
    if (!read.ok) return { refused: read.problem }
    const cast = await castVote(read.value)
    if (!cast.ok) return { refused: cast.problem }
    const { answers, by } = read.value
    by.remember()
    if (answers.some(({ text }) => text)) around.onTexts()
    const results = await resultsAfter(around, survey, cast.value.commit)
    return { status: statusOf(cast.value), text: castText(cast.value, results) }
  } catch (error) {
    return { error }
  }
}
