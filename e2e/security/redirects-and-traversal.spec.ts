import { storedSurvey } from '../../scripts/testing/surveys'
import { HOST, lines, raw, statuses } from '../fixtures/raw-socket'
import { expect, test } from '../fixtures/staff'

test('no address that is asked for leads to another site', async ({ asStaff, request, baseURL }) => {
  const { context } = await asStaff('editor')
  const elsewhere = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/%2f/evil.example',
    '///evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    'https:evil.example',
    '/\n/evil.example',
    '@evil.example',
  ]
  for (const vers of elsewhere) {
    const address = `/connexion?${new URLSearchParams({ vers })}`
    const signedIn = await context.request.get(address, { maxRedirects: 0 })
    const { location = '' } = signedIn.headers()
    expect([vers, signedIn.status(), new URL(location, baseURL).origin]).toEqual([vers, 307, baseURL])
    const form = { vers, email: 'x'.repeat(9_000) }
    const headers = { 'sec-fetch-site': 'same-origin' }
    const posted = await request.post('/api/auth/callback/credentials', { form, headers, maxRedirects: 0 })
    expect([vers, new URL(posted.headers().location ?? '', baseURL).origin]).toEqual([vers, baseURL])
  }
  for (const address of [
    '//evil.example/..',
    '/\\evil.example',
    '/%5cevil.example',
    '//evil.example/%2f..',
  ]) {
    const { text } = await raw(lines(`GET ${address} HTTP/1.1`, HOST, 'Connection: close', '', ''))
    const [, to = ''] = /^location: (.*)$/im.exec(text) ?? []
    expect([address, /^(?:https?:)?[/\\]{2}/.test(to.trim())]).toEqual([address, false])
  }
})

test('a name that a request makes up for the site is in no page that others get', async ({ request }) => {
  const { view } = await storedSurvey()
  const evil = (path: string, ...more: string[]) =>
    raw(
      lines(
        `GET ${path} HTTP/1.1`,
        'Host: evil.example',
        'User-Agent: Mozilla/5.0 Chrome/141',
        ...more,
        'Connection: close',
        '',
        '',
      ),
    )
  for (const path of ['/', `/consultations/${view.slug}`, `/embed/${view.slug}`]) {
    for (const header of ['X-Forwarded-Host', 'X-Host', 'Forwarded', 'X-Original-URL', 'X-Rewrite-URL'])
      expect((await evil(path, `${header}: evil2.example`)).text).not.toContain('evil2.example')
    const page = await request.get(path, { headers: { 'user-agent': 'Mozilla/5.0 Chrome/141' } })
    expect([path, (await page.text()).includes('evil')]).toEqual([path, false])
  }
  // The name belongs to the key of the door's own copy; and of two names there is none.
  const two = lines('GET / HTTP/1.1', HOST, 'Host: evil.example', 'Connection: close', '', '')
  expect((await raw(two)).text).not.toContain('evil.example')
})

test('no address leads out of the folders that are served', async ({ asStaff }) => {
  const { context } = await asStaff('admin')
  const { view } = await storedSurvey()
  const { cookies } = await context.storageState()
  const cookie = `Cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join('; ')}`
  const out = [
    '..',
    '../..',
    '../../..',
    '../../../..',
    '%2e%2e',
    '..%2f..',
    '..%5c..',
    '..\\..',
    '%252e%252e',
    '.%00.',
    '....//',
  ]
  const files = ['etc/passwd', 'package.json', '.data/secret', '.env', 'erasures.jsonl']
  const roots = [
    '/_next/static/',
    '/',
    '/embed/',
    `/api/v1/surveys/${view.slug}/exports/`,
    `/api/v1/surveys/${view.slug}/exports/00000000-0000-4000-8000-000000000000/file/`,
    `/redaction/${view.slug}/resultats/graphiques/`,
  ]
  for (const root of roots)
    for (const way of out)
      for (const file of files) {
        const address = `${root}${way}/${file}`
        const { text } = await raw(
          lines(`GET ${address} HTTP/1.1`, HOST, cookie, 'Connection: close', '', ''),
        )
        expect([308, 400, 404], address).toContain(statuses(text)[0])
        expect([address, /root:|"avis"|AVIS_SECRET|"comment"/.test(text)]).toEqual([address, false])
      }
})

test('keys that mean something to JavaScript mean nothing to us', async ({ request }) => {
  const { view } = await storedSurvey()
  const bodies = [
    '{"__proto__":{"answers":[],"polluted":1},"answers":[]}',
    '{"constructor":{"prototype":{"polluted":1}},"answers":[]}',
    '{"answers":[{"__proto__":{"polluted":1},"questionId":1}]}',
    `{"answers":${'['.repeat(50_000)}`,
    `{"answers":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  ]
  for (const data of bodies) {
    const headers = { 'content-type': 'application/json' }
    const answer = await request.post(`/api/v1/surveys/${view.slug}/ballot`, { data, headers })
    // Of the deepest, 413: it holds more values than a ballot has.
    expect([400, 413, 422], data.slice(0, 40)).toContain(answer.status())
  }
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect((await request.get(`/api/v1/surveys/${name}`)).status()).toBe(404)
    const form = await request.post(`/api/v1/surveys/${view.slug}/ballot`, { form: { [name]: 'polluted' } })
    expect(form.status()).toBe(422)
  }
  expect(await (await request.get('/api/v1/surveys')).text()).not.toContain('polluted')
})

test('a server action is for pages of ours, and says so in words', async ({ asStaff }) => {
  const { context } = await asStaff('admin')
  const from: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of from) {
    const answer = await context.request.post('/administration', {
      headers: { accept: 'text/html', ...headers },
      form: { x: '1' },
    })
    expect([headers, answer.status()]).toEqual([headers, 403])
    expect(await answer.text()).toContain('vient d’un autre site')
  }
})
