/** The page that the front door sends as a copy (lib/server/page-cache/index.ts): to whom, with what, and until when. */
import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { choose, watch } from '../fixtures/base-test'
import { expect, test } from '../fixtures/staff'

// A test's own browser calls itself headless, and robots are sent no copy.
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
const TOKEN = /name="attempt" value="([^"]+)"/
const NONCE = /<script nonce="([\w-]{22})"/

type Page = { status: number | undefined; headers: Record<string, unknown>; body: Buffer }

/** A page as a reader's browser asks for it, with the encoding left as it came. */
const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Page>((resolve, reject) => {
    const given = { 'user-agent': CHROME, 'accept-language': 'fr', ...headers }
    const asking = request(address, { method, headers: given }, async (answer) => {
      const body = Buffer.concat(await answer.toArray())
      resolve({ status: answer.statusCode, headers: answer.headers, body })
    })
    asking.on('error', reject).end()
  })

/** Next sends a page as it makes it; only of a copy is the length known beforehand. */
const isCopy = ({ headers }: Pick<Page, 'headers'>) => 'content-length' in headers

test('no two readers are given the same token, and it says what led each of them there', async ({
  survey,
  baseURL,
}) => {
  const address = `${baseURL}/consultations/${(await survey()).slug}`
  const referers = ['https://journal.example/tramway', 'https://www.google.fr/']
  const pages = await Promise.all(
    Array.from({ length: 300 }, (_, index) =>
      ask(address, {
        referer: referers[index % 2] ?? '',
        ...(index % 3 ? { 'accept-encoding': 'gzip, br' } : {}),
      }),
    ),
  )
  expect(pages.every(isCopy)).toBe(true)
  const texts = pages.map(({ headers, body }) =>
    (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString(),
  )
  const tokens = texts.map((text) => TOKEN.exec(text)?.[1] ?? '')
  expect(new Set(tokens).size).toBe(300)
  expect(tokens.map((token) => token[29])).toEqual(tokens.map((_, index) => (index % 2 ? 's' : 'a')))
  // The form has it, and so has what React makes the form of; and nothing else of a page is its reader's.
  const without = texts.map((text, index) => text.split(tokens[index] ?? ''))
  expect(without.map((parts) => parts.length)).toEqual(texts.map(() => 3))
  const nonces = texts.map((text) => NONCE.exec(text)?.[1] ?? '')
  expect(new Set(nonces).size).toBe(300)
  for (const [index, { headers }] of pages.entries())
    expect(headers['content-security-policy']).toContain(`'nonce-${nonces[index]}'`)
  const same = without.map((parts, index) => parts.join('·').replaceAll(nonces[index] ?? '', ''))
  expect(new Set(same).size).toBe(1)
})

test('a copy is in the language of who asks, by address, choice or browser', async ({ survey, baseURL }) => {
  const address = `${baseURL}/consultations/${(await survey()).slug}`
  const asked = (more: Record<string, string>, query = '') => ask(address + query, more)
  const pages = await Promise.all([
    asked({}),
    asked({ 'accept-language': 'en-GB' }),
    asked({ cookie: 'avis_langue=en' }),
    asked({ cookie: 'avis_langue=fr', 'accept-language': 'en-GB' }),
    asked({ cookie: 'avis_langue=fr' }, '?langue=en'),
  ])
  expect(pages.map((page) => [isCopy(page), /<html lang="(\w+)"/.exec(page.body.toString())?.[1]])).toEqual(
    ['fr', 'en', 'en', 'fr', 'en'].map((locale) => [true, locale]),
  )
  for (const { headers } of pages)
    expect(String(headers.vary).toLowerCase()).toContain('accept-language, cookie')
})

test('a copy is a page like any other: it works in a browser, with its styles and without an error', async ({
  browser,
  baseURL,
  survey,
}) => {
  const { slug } = await survey()
  const context = await browser.newContext({ baseURL, locale: 'fr-FR', userAgent: CHROME })
  const page = await context.newPage()
  const faults: string[] = []
  watch(context, baseURL, faults)
  const response = await page.goto(`/consultations/${slug}`)
  expect(isCopy({ headers: response?.headers() ?? {} })).toBe(true)
  await choose(page, 'Êtes-vous pour ou contre ?', 'Pour')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByTestId('receipt')).toBeVisible()
  await page.goto(`/consultations/${slug}`)
  await expect(page.getByText('Vous avez répondu')).toBeVisible()
  expect(faults).toEqual([])
  await context.close()
})

test('is for nobody who is known, asks for a part, for another address, or does not read', async ({
  survey,
  baseURL,
}) => {
  const { slug } = await survey()
  const address = `${baseURL}/consultations/${slug}`
  expect(isCopy(await ask(address, { cookie: '_ga=1; consent=yes' }))).toBe(true)
  const own = [
    'avis_reader=x',
    'a=b; avis_receipts=x',
    'avis_new_receipt=x',
    'avis_staff=x',
    '__Host-avis_staff=x',
    '__Secure-next-auth.session-token=x',
    '__prerender_bypass=x',
  ]
  const others: [Record<string, string>, string?][] = [
    ...own.map((cookie): [Record<string, string>] => [{ cookie }]),
    [{ rsc: '1' }],
    [{ 'next-router-prefetch': '1', rsc: '1' }],
    [{ 'sec-purpose': 'prefetch' }],
    [{ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
    [{ 'x-avis-mark': 'guessed' }],
    [{ host: 'elsewhere.example' }],
    [{ host: new URL(address).host.toUpperCase() }],
    [{}, `${address}?brouillon=1`],
  ]
  for (const [headers, at = address] of others) {
    // What Next says of it, a page or a part of one, is Next's.
    const answer = await ask(at, headers)
    expect([headers, isCopy(answer)]).toEqual([headers, false])
    expect(answer.body.toString()).not.toContain('~')
  }
  const none = `${baseURL}/consultations/inconnue`
  const missing = await ask(none, { accept: 'text/html' })
  expect([missing.status, missing.body.toString().includes('<html lang="fr"')]).toEqual([404, true])
  // Without Next, for every client and every page of it: the answer is one word.
  for (const [at, headers] of [
    [none, {}],
    [none, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
    [none, { rsc: '1' }],
    [`${none}/resultats`, {}],
    [`${none}?brouillon=1`, { 'user-agent': '' }],
  ] as const) {
    const { status, body } = await ask(at, headers)
    expect([at, headers, status, body.toString()]).toEqual([at, headers, 404, 'Not found\n'])
  }
  const head = await ask(address, {}, 'HEAD')
  expect([head.status, head.body.length]).toEqual([200, 0])
})

test('is gone at once when an editor changes the consultation', async ({ asStaff, survey, baseURL }) => {
  const { slug } = await survey()
  const address = `${baseURL}/consultations/${slug}`
  const text = async () => (await ask(address)).body.toString()
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/redaction/${slug}`)
  expect(await text()).toContain('La municipalité présente un tracé')

  await page.getByLabel('Résumé').fill('Un tracé tout autre est présenté.')
  await page.getByLabel('Résultats visibles').selectOption('after_closing')
  // What the button sends has been carried out when its answer is here: no second may pass before the page is asked for.
  const answered = (name: string) =>
    Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
  await text()
  await answered('Enregistrer')
  const edited = await text()
  expect(edited).toContain('Un tracé tout autre est présenté.')
  expect(edited).not.toContain('La municipalité présente un tracé')
  expect(edited).toContain('publiés à la clôture')

  await expect(page.getByText(/Enregistré à/)).toBeVisible()
  await text()
  await answered('Clore maintenant')
  const closed = await ask(address)
  expect([closed.status, closed.headers.location]).toEqual([307, `/consultations/${slug}/resultats`])
})
