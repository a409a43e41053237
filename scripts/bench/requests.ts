/** The requests to the servers. */
import { choiceField, textField } from '../../lib/ballots/rules/fields'
import { findSurvey, type SurveyRecord } from '../../lib/surveys/queries/public'
import { demoSurvey } from '../../prisma/demo'
import { seed } from '../../prisma/seed'
import type { Subject } from './measure'
import type { Server } from './processes'
import type { Site } from './site'

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

/** How a ballot is written: as the form of its page, the same with a text, or as JSON. */
export type Shape = 'form' | 'text' | 'json'

const TEXT_LENGTH = 500
const SENTENCE = "C'est trop cher, et personne n'a rien demandé : à revoir. "
const text = `{n} ${SENTENCE.repeat(TEXT_LENGTH / SENTENCE.length + 1)}`.slice(0, TEXT_LENGTH)

function bodiesOf({ questions }: SurveyRecord['view'], shape: Shape): string[] {
  const question = questions.find(({ kind }) => kind === 'aspects')
  const open = questions.find(({ kind }) => kind === 'open')
  if (!question || !open) throw new Error('the demo consultation has other questions')
  const [one, other] = [question.options.slice(0, 3), question.options.slice(3)]
  return one.flatMap(({ id: first }) =>
    other.map(({ id: second }) => {
      if (shape === 'json')
        return JSON.stringify({ answers: [{ questionId: question.id, optionIds: [first, second] }] })
      const fields = [
        ['attempt', '{attempt}'],
        ...(shape === 'text'
          ? [[textField(open.id), encodeURIComponent(text).replace('%7Bn%7D', '{n}')]]
          : []),
        [choiceField(question.id, 0), first],
        [choiceField(question.id, 1), second],
      ]
      return fields.map((field) => field.join('=')).join('&')
    }),
  )
}

/** Returns first votes as the consultation's page sends them: signed token, browser's headers; each of a new reader. */
export function realVotes({ server, survey, secret }: Site, shape: Shape = 'form'): Subject {
  const type = shape === 'json' ? 'application/json' : 'application/x-www-form-urlencoded;charset=UTF-8'
  const headers = {
    ...BROWSER,
    'content-type': type,
    'x-forwarded-for': '{network}',
    // Where a form has its token in the body.
    ...(shape === 'json' && { 'idempotency-key': '{attempt}' }),
  }
  const path = `/api/v1/surveys/${survey.view.slug}/ballot`
  const bodies = bodiesOf(survey.view, shape)
  return { server, order: { method: 'POST', path, headers, bodies, receiptAfter: '"receipt":"', secret } }
}

/** Returns first votes whose cookies are kept, of one answer; `changes` then gives every reader another. */
export function keptVotes(site: Site): Subject {
  const { server, order } = realVotes(site)
  return { server, order: { ...order, bodies: order.bodies.slice(0, 1), keepCookies: true } }
}

/** Returns one changed ballot of each reader who voted by `keptVotes`. */
export function changes(site: Site, cookies: string[]): Subject {
  const { server, order } = realVotes(site)
  const { receiptAfter: _, ...rest } = order
  const headers = { ...order.headers, cookie: '{cookie}' }
  return { server, order: { ...rest, headers, bodies: order.bodies.slice(1), cookies } }
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
