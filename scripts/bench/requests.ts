/** The requests to the servers. */
import { createHash } from 'node:crypto'
import { choiceField, textField } from '../../lib/ballots/rules/fields'
import { readerCookie } from '../../lib/readers/rules/identity'
import { findSurvey, type SurveyRecord } from '../../lib/surveys/queries/public'
import { demoSurvey } from '../../prisma/demo'
import { seed } from '../../prisma/seed'
import type { Subject } from './measure'
import type { Server } from './processes'

/** The headers of a browser that sends the ballot form, from the page itself. */
const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  accept: 'application/json',
  'accept-language': 'fr',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
}

/** Returns the demo consultation, as its readers find it. */
export async function demo(): Promise<SurveyRecord> {
  await seed()
  const survey = await findSurvey(demoSurvey.slug)
  if (!survey) throw new Error('the demo consultation is not there')
  return survey
}

/**
 * Returns first votes as the consultation's page sends them: form, signed token, browser's headers; each of a new
 * reader.
 */
export function realVotes(server: Server, { view }: SurveyRecord, secret: string): Subject {
  const question = view.questions.find(({ kind }) => kind === 'aspects')
  if (!question) throw new Error('the demo consultation has no question with aspects')
  const [one, other] = [question.options.slice(0, 3), question.options.slice(3)]
  const bodies = one.flatMap(({ id: first }) =>
    other.map(({ id: second }) => {
      const fields = [
        ['attempt', '{attempt}'],
        [choiceField(question.id, 0), first],
        [choiceField(question.id, 1), second],
      ]
      return fields.map((field) => field.join('=')).join('&')
    }),
  )
  const headers = {
    ...BROWSER,
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    'x-forwarded-for': '{network}',
  }
  const path = `/api/v1/surveys/${view.slug}/ballot`
  return { server, order: { method: 'POST', path, headers, bodies, receiptAfter: '"receipt":"', secret } }
}

/** Returns first votes with a text of 500 characters. */
export function textVotes(server: Server, survey: SurveyRecord, secret: string): Subject {
  const { order } = realVotes(server, survey, secret)
  const question = survey.view.questions.find(({ kind }) => kind === 'open')
  if (!question) throw new Error('the demo consultation has no question for words')
  const text = 'Une remarque de lecteur. '.repeat(20)
  const field = `${textField(question.id)}=${encodeURIComponent(text)}`
  return { server, order: { ...order, bodies: order.bodies.map((body) => `${body}&${field}`) } }
}

/** Readers who change their ballots in turn: so many that none of them changes it too often. */
const CHANGING = 30_000

/** Returns changes of ballots; the first of each reader casts it. */
export function changes(server: Server, survey: SurveyRecord, secret: string): Subject {
  const { receiptAfter: _, secret: __, ...order } = realVotes(server, survey, secret).order
  const cookies = Array.from({ length: CHANGING }, (_, n) => {
    const id = createHash('sha256').update(`reader ${n}`).digest('base64url').slice(0, 22)
    return `avis_reader=${readerCookie(id, secret)}`
  })
  const bodies = order.bodies.map((body) => body.replace('attempt={attempt}&', ''))
  // One more than a multiple of the bodies, so that each reader sends another body at each turn.
  return { server, order: { ...order, bodies, headers: { ...order.headers, cookie: '{cookie}' }, cookies } }
}

/** Returns first votes as programs send them: JSON, named by a header. */
export function jsonVotes(server: Server, survey: SurveyRecord, secret: string): Subject {
  const { order } = realVotes(server, survey, secret)
  const question = survey.view.questions.find(({ kind }) => kind === 'aspects')
  if (!question) throw new Error('the demo consultation has no question with aspects')
  const [one, other] = [question.options.slice(0, 3), question.options.slice(3)]
  const bodies = one.flatMap(({ id: first }) =>
    other.map(({ id: second }) =>
      JSON.stringify({ answers: [{ questionId: question.id, optionIds: [first, second] }] }),
    ),
  )
  const headers = { ...order.headers, 'content-type': 'application/json', 'idempotency-key': '{attempt}' }
  return { server, order: { ...order, headers, bodies } }
}

/** Returns the requests to the references: the cells themselves. */
export function plainVotes(server: Server, path: string): Subject {
  const bodies = [1, 2, 3].map((option) => JSON.stringify({ cells: ['b', `o${option}`] }))
  const headers = { ...BROWSER, 'content-type': 'application/json' }
  return { server, order: { method: 'POST', path, headers, bodies, receiptAfter: '"receipt":"' } }
}

/** Returns requests for a page or resource that is the same for everybody. */
export function reading(server: Server, path: string): Subject {
  const headers = {
    ...BROWSER,
    accept: 'text/html,application/json',
    'accept-encoding': 'gzip, deflate, br, zstd',
    'sec-fetch-mode': 'navigate',
  }
  return { server, order: { method: 'GET', path, headers, bodies: [] } }
}
