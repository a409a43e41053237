import pLimit from 'p-limit'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { path } from '../../scripts/testing/answers'
import { storedSurvey } from '../../scripts/testing/surveys'
import { type Access, all, CALLERS, type Caller } from '../fixtures/access-matrix/access'
import { type Callers, makeCallers, SECRET } from '../fixtures/access-matrix/callers'
import { ACTIONS, MOUNTED, PAGES, ROUTES } from '../fixtures/access-matrix/expected-outcomes'
import { actionsOfBuild, routesOfDoor, routesOfNext } from '../fixtures/access-matrix/list-routes'
import { unguarded } from '../fixtures/access-matrix/missing-headers'
import { ALONE, type Asked, ask } from '../fixtures/access-matrix/send'
import { expect, test } from '../fixtures/base-test'

/** As many at once as a small newsroom: enough to keep two processors busy. */
const AT_ONCE = 4
const MAY_READ: Caller[] = ['reader', 'moderator', 'editor', 'admin']

type World = { survey: SurveyRecord; hidden: SurveyRecord; comment: string; seq: number }
type Line = { name: string; access: Access; asked: Omit<Asked, 'headers'>; headers: Record<string, string> }

let world: World
let callers: Callers

test.beforeAll(async () => {
  const origin = process.env.AVIS_BASE_URL ?? ''
  const survey = await storedSurvey()
  const hidden = await storedSurvey({ resultsVisibility: 'after_closing' })
  callers = await makeCallers(origin, survey)
  const mine = await fetch(origin + path(survey, '/comments/mine'), {
    headers: { ...ALONE, ...(await callers.reader(all('200'))) },
  })
  const cited = await fetch(origin + path(survey, '/snapshots'), { method: 'POST', headers: ALONE })
  const comment = (await mine.json()).comments[0].id
  world = { survey, hidden, comment, seq: (await cited.json()).results.seq }
})

/** The address that a route's pattern has here. */
function addressOf(pattern: string): string {
  const { survey, hidden, comment, seq } = world
  const slug = (pattern.endsWith(' (hidden)') ? hidden : survey).view.slug
  const values: Record<string, string> = {
    slug,
    seq: String(seq),
    id: comment,
    job: '00000000-0000-4000-8000-000000000000',
    token: 'rien',
    file: 'cours.svg',
    sheet: '0a5c8a-7ec3f5-00000000.css',
  }
  return pattern
    .replace(' (hidden)', '')
    .replace('/statements', '/statements?month=2026-01')
    .replace('/comparer', `/comparer?avec=${hidden.view.slug}`)
    .replace(/\[(\w+)\]|:(\w+)/g, (_, inNext, inHono) => values[inNext ?? inHono] ?? '')
}

const pageLine = ([name, access]: [string, Access]): Line => ({
  name,
  access,
  asked: { method: 'GET', address: addressOf(name) },
  headers: {},
})

function routeLine([name, access]: [string, Access]): Line {
  const [method = '', pattern = ''] = name.split(/ (.*)/s)
  const type = pattern.startsWith('/api/auth') ? 'application/x-www-form-urlencoded' : 'application/json'
  const body = method === 'POST' ? { body: access.body ?? (type.endsWith('json') ? '{}' : '') } : {}
  return {
    name,
    access,
    asked: { method, address: addressOf(pattern), ...body },
    headers: method === 'POST' ? { 'content-type': type } : {},
  }
}

/** As its page sends it, and as a form does without JavaScript. */
function actionLines(name: string): Line[] {
  const access = ACTIONS[name]
  return actionsOfBuild()
    .filter((action) => action.name === name)
    .flatMap(({ id, page }): Line[] => {
      const asked = { method: 'POST', address: addressOf(page) }
      const form = new FormData()
      form.set(`$ACTION_ID_${id}`, '')
      if (!access) throw new Error(`no entry for ${name}`)
      return [
        {
          name,
          access,
          asked: { ...asked, body: '[]' },
          headers: {
            'next-action': id,
            'content-type': 'text/plain;charset=UTF-8',
            accept: 'text/x-component',
          },
        },
        { name: `${name} as a form`, access, asked: { ...asked, body: form }, headers: {} },
      ]
    })
}

/** A form whose action refuses is answered by Next with its page of what is not there. */
const FORM_REFUSED = '404'
const isRefusal = (outcome: string) => outcome === 'sign in' || /^40[134]/.test(outcome)

async function runLine(origin: string, caller: Caller, { name, access, asked, headers }: Line) {
  const given = { ...asked, headers: { ...headers, ...(await callers[caller](access)) } }
  const answered = await ask(origin, given)
  const { outcome, text } = answered
  const wanted = access.outcomes[caller]
  const said = asked.body instanceof FormData && outcome === FORM_REFUSED ? '403' : outcome
  const came = wanted === 'opens' && !isRefusal(said) ? wanted : said
  const told = !MAY_READ.includes(caller) && text.includes(SECRET) ? ' and tells' : ''
  const open = unguarded(name, answered).map((what) => `, unguarded: ${what}`)
  return {
    got: `${name}, ${caller}: ${came}${told}${open.join('')}`,
    wanted: `${name}, ${caller}: ${wanted}`,
  }
}

test('every route and action is in the table, and nothing else is', () => {
  const names = (table: object) => Object.keys(table).sort()
  expect([...routesOfNext()].sort()).toEqual([...MOUNTED, ...names(PAGES)].sort())
  const plain = names(ROUTES).filter((name) => !/ \(hidden\)$|\?/.test(name))
  expect(routesOfDoor().sort()).toEqual(plain)
  expect([...new Set(actionsOfBuild().map(({ name }) => name))].sort()).toEqual(names(ACTIONS))
})

test('every route and action answers each who asks as it should', async ({ baseURL }) => {
  // Some 1,400 requests: twenty seconds on a quick machine alone, minutes on a slow one beside other tests.
  test.setTimeout(600_000)
  const lines = [
    ...Object.entries(PAGES).map(pageLine),
    ...Object.keys(ACTIONS).flatMap(actionLines),
    ...Object.entries(ROUTES).map(routeLine),
  ]
  const differing: string[][] = []
  const runAll = async (caller: Caller) => {
    for (const line of lines) {
      const { got, wanted } = await runLine(baseURL, caller, line)
      if (got !== wanted) differing.push([got, wanted])
    }
  }
  const limit = pLimit(AT_ONCE)
  const others = CALLERS.filter((caller) => caller !== 'reader')
  await Promise.all(others.map((caller) => limit(() => runAll(caller))))
  await runAll('reader')
  expect(differing).toEqual([])
})
