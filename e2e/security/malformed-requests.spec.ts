/** Requests that are allowed to be made and that no page makes: each has an answer below 500, at once, and no error line. */
import { setTimeout as sleep } from 'node:timers/promises'
import { extent } from '../../scripts/testing/test-size'
import { expect, test } from '../fixtures/own-server-test'
import { HALF_A_BODY, HOST, lines, raw, statuses } from '../fixtures/raw-socket'

// All tests of this file share one worker, and with it one server.
test.describe.configure({ mode: 'default' })

/** What the server wrote down as its own failure; 50 is an error. */
test.afterEach(({ ownServer }) => {
  const errors = ownServer
    .said()
    .split('\n')
    .filter((line) => line.includes('"level":50'))
  expect(errors).toEqual([])
})

const CLOSE = 'Connection: close'
const ask = (line: string, ...headers: string[]) => lines(`${line} HTTP/1.1`, HOST, ...headers, CLOSE, '', '')
const post = (line: string, body: string, ...headers: string[]) =>
  ask(`POST ${line}`, 'Sec-Fetch-Site: same-origin', `Content-Length: ${body.length}`, ...headers) + body

/** Of each request its statuses, once the server has ended the connection; in turn, for some make a page. */
async function answers(requests: string[]) {
  const found: [sent: string, statuses: number[], ended: boolean][] = []
  for (let from = 0; from < requests.length; from += 8)
    found.push(
      ...(await Promise.all(
        requests.slice(from, from + 8).map(async (sent): Promise<[string, number[], boolean]> => {
          const { text, ended } = await raw(sent, 30_000)
          return [sent.slice(0, 150), statuses(text), ended]
        }),
      )),
    )
  return found
}
const only = (from: number, to: number) => (found: Awaited<ReturnType<typeof answers>>) =>
  found.filter(([, all, ended]) => !ended || !all.length || all.some((one) => one < from || one >= to))

const PATHS = ['/', '/consultations/x', '/api/v1/surveys', '/_next/hmr', '/nowhere', '/healthz']

test('who wants another protocol is answered and let go, on every path and in any number', async ({
  request,
}) => {
  const upgrade = (path: string, protocol: string) =>
    lines(
      `GET ${path} HTTP/1.1`,
      HOST,
      'Connection: Upgrade',
      `Upgrade: ${protocol}`,
      'Sec-WebSocket-Version: 13',
      '',
      '',
    )
  const sockets = PATHS.flatMap((path) => [upgrade(path, 'websocket'), upgrade(path, 'TLS/1.0')])
  expect(only(400, 500)(await answers(sockets))).toEqual([])
  const crowd = await Promise.all(
    Array.from({ length: extent(50, 300) }, () => raw(upgrade('/', 'websocket'), 30_000)),
  )
  expect(crowd.filter(({ ended, text }) => !ended || !statuses(text).includes(400))).toEqual([])
  // A client that could also speak HTTP/2 is answered as it asked.
  const [either] = await answers([upgrade('/healthz', 'h2c')])
  expect(either?.slice(1)).toEqual([[200], true])
  expect((await request.get('/healthz')).status()).toBe(200)
})

test('what is asked of servers in general, or of a proxy, is refused', async () => {
  const targets = ['*', 'http://elsewhere.example/', 'https://avis.example/consultations/x', 'healthz']
  const methods = ['GET', 'HEAD', 'OPTIONS', 'DELETE', 'PROPFIND', 'TRACE']
  const sent = methods.flatMap((method) => targets.map((target) => ask(`${method} ${target}`)))
  const tunnels = ['elsewhere.example:443', '*', '/'].map((target) =>
    lines(`CONNECT ${target} HTTP/1.1`, HOST, '', ''),
  )
  expect(only(400, 500)(await answers([...sent, ...tunnels]))).toEqual([])
})

test('what Next has and Avis does not use answers nobody', async ({ request }) => {
  for (const path of [
    '/_next/image?url=%2Fx.png&w=64&q=75',
    '/_global-error',
    '/_not-found',
    '/_next/data/x/y.json',
  ])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404])
})

test('methods, conditions, paths and bodies that nobody means are never a fault of ours', async () => {
  const paths = [
    ...PATHS,
    '/embed.js',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/%',
    '/%00',
    '/%c3%28',
    '/_next/static/..%2f..%2fpackage.json',
    `/${'a/'.repeat(6_000)}`,
    `/consultations/${'a'.repeat(8_000)}`,
    '/consultations/x/resultats/99999999999999999999',
    '/consultations/x/opengraph-image',
    '/__proto__',
    `/?${'a=b&'.repeat(3_000)}`,
  ]
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'SEARCH']
  const everywhere = paths.flatMap((path) =>
    methods.map((method) => ask(`${method} ${path}`, 'Sec-Fetch-Site: same-origin', 'Content-Length: 0')),
  )
  const parts = [
    'Range: bytes=99999999-',
    'If-Match: "x"',
    'If-Unmodified-Since: Mon, 01 Jan 1990 00:00:00 GMT',
  ]
  const files = parts.map((part) => ask('GET /embed.js', part))
  const named = ['[', 'a b', '://', 'avis.example:99999999'].flatMap((host) =>
    PATHS.map((path) => lines(`GET ${path} HTTP/1.1`, `Host: ${host}`, CLOSE, '', '')),
  )
  const odd = [
    ask('GET /', 'Cookie: =;;;=x; avis_langue=%ff; avis_reader=%', 'Accept-Language: ;;q=x,*;q=NaN'),
    ask('GET /', 'rsc: 1', 'next-router-state-tree: %%%'),
    ask('GET /', 'rsc: 1', 'next-router-state-tree: {"x', '_rsc: 1'),
    ask('GET /healthz', 'Cookie: a=b', 'Cookie: c=d', 'X-Forwarded-For: 1.2.3.4', 'X-Forwarded-For: x'),
    `${ask('GET /api/v1/surveys', 'Content-Length: 3')}abc`,
    post('/api/v1/receipts', '{}', 'Content-Type: application/json', 'Expect: 100-continue').replace(
      '{}',
      '',
    ),
    post('/api/v1/receipts', '{}', 'Content-Type: ;;;'),
    post('/api/v1/receipts', '{}', 'Expect: cake'),
    'GET / HTTP/1.0\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ]
  const late = raw([odd[5] ?? '', '{}'], 30_000)
  expect(
    only(100, 500)(await answers([...everywhere, ...files, ...named, ...odd.filter((_, at) => at !== 5)])),
  ).toEqual([])
  expect(statuses((await late).text)).toEqual([100, 422])
})

test('what is no action is refused, whatever it is that cannot be read', async () => {
  const part = (name: string, value = '') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const form = 'Content-Type: multipart/form-data; boundary=x'
  const bodies: [type: string, body: string][] = [
    [form, '--x\r\n'],
    [form, ''],
    [form, part('a')],
    [form, `${part('$ACTION_REF_1')}${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}--x--\r\n`],
    [form, `${part('$ACTION_KEY', 'k')}--x--\r\n`],
    ['Content-Type: multipart/form-data', 'abc'],
    ['Content-Type: text/plain;charset=UTF-8', '["$K1","$@2"]'],
    ['Content-Type: text/plain;charset=UTF-8', '{{{'],
    ['Content-Type: application/x-www-form-urlencoded', 'a=b'],
  ]
  const sent = ['/connexion', '/invitation/x', '/administration/compte', '/'].flatMap((path) =>
    bodies.flatMap(([type, body]) => [
      post(path, body, type),
      post(path, body, type, 'Accept: text/html'),
      post(path, body, type, 'Next-Action: x'),
      post(path, body, type, `Next-Action: ${'40'.repeat(21)}`),
    ]),
  )
  expect(only(200, 500)(await answers(sent))).toEqual([])
})

test('who leaves in the middle takes nothing along', async ({ request }) => {
  const half = [
    HALF_A_BODY,
    lines('POST /connexion HTTP/1.1', HOST, 'Sec-Fetch-Site: same-origin', 'Content-Length: 50', '', '['),
    'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Never',
  ]
  await Promise.all(half.flatMap((sent) => Array.from({ length: 20 }, () => raw(sent, 300))))
  await sleep(500)
  expect((await request.get('/healthz')).status()).toBe(200)
})
