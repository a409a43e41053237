import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { exportSurvey } from '../../lib/exports/commands/export-survey'
import { newReaderId, pseudonymOf } from '../../lib/readers/rules/identity'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import type { SurveyInput } from '../../lib/surveys/schema'
import { temporaryFolder } from '../../scripts/testing/folder'
import { storedSurvey } from '../../scripts/testing/surveys'
import { expect, test } from '../fixtures/base-test'
import { castBallot } from '../fixtures/cast-in-process'

/** The site that the server of these tests lets frame its consultations. */
const PUBLISHER = 'https://journal.example'

/** Asks one question, pour ou contre, and shows what comes of it to everybody. */
const consultation = (changes: Partial<SurveyInput> = {}) =>
  storedSurvey({
    resultsVisibility: 'always',
    questions: [
      {
        kind: 'single',
        prompt: 'Êtes-vous pour <b>ou</b> contre ?',
        options: [{ label: 'Pour' }, { label: 'Contre' }],
      },
    ],
    ...changes,
  })

async function vote(survey: SurveyRecord, place: number, count: number) {
  const [question] = survey.view.questions
  if (!question) throw new Error('no question to answer')
  const answers = [{ question, options: question.options.slice(place, place + 1) }]
  for (let index = 0; index < count; index++)
    await castBallot(survey, pseudonymOf(survey.readerKey, newReaderId()), answers)
}

/** The card's text, with spaces as they are typed. */
const alt = async (page: Page) =>
  (await page.locator('meta[property="og:image:alt"]').getAttribute('content'))?.replace(/\s/g, ' ')
const cardAddress = async (page: Page) =>
  (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
const sizeOf = (png: Buffer) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]

test('page, API, card, frame, citation and export say one number', async ({ page, request }) => {
  const survey = await consultation()
  const { slug, questions } = survey.view
  await vote(survey, 0, 19)
  await vote(survey, 1, 9)
  const pour = questions[0]?.options[0]?.id

  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByRole('row', { name: 'Pour 68 % 19' })).toBeVisible()
  expect(await alt(page)).toMatch(
    /Pour : 68 % \(19\) ; Contre : 32 % \(9\) — pourcentages arrondis — 28 réponses de lecteurs volontaires/,
  )
  const live = await (await request.get(`/api/v1/surveys/${slug}/results`)).json()
  expect(live.questions[0].options[0]).toEqual({ id: pour, count: 19 })

  await page.goto(`/embed/${slug}`)
  await expect(page.getByRole('row', { name: 'Pour 68 % 19' })).toBeVisible()
  await expect(page.getByText('28 réponses de lecteurs volontaires, chiffres arrêtés au')).toBeVisible()
  expect(await page.locator('[data-seq]').getAttribute('data-seq')).toBe(String(live.seq))

  const cited = await (await request.post(`/api/v1/surveys/${slug}/snapshots`)).json()
  expect(cited.results).toEqual(live)
  await page.goto(cited.path)
  await expect(page.getByRole('row', { name: 'Pour 68 % 19' })).toBeVisible()
  expect(await alt(page)).toContain('Pour : 68 % (19)')
  const file = path.join(temporaryFolder(), 'results.jsonl')
  await exportSurvey(
    survey,
    { format: 'jsonl', table: 'results', allTexts: false, setAside: false, language: 'fr' },
    file,
  )
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toContainEqual(expect.objectContaining({ hash: live.hash, option: pour, count: 19 }))
})

test('one reader of many is never rounded away: on the page, live, in the card and in the frame', async ({
  page,
}) => {
  const survey = await consultation()
  const { slug } = survey.view
  await vote(survey, 0, 200)
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByRole('row', { name: 'Pour 100 % 200' })).toBeVisible()
  await expect(page.getByText('Chaque pourcentage est arrondi')).toBeVisible()
  await vote(survey, 0, 1)
  await vote(survey, 1, 1)
  await expect(page.getByRole('row', { name: 'Pour plus de 99 % 201' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Contre moins de 1 % 1' })).toBeVisible()
  const lengths = await page
    .locator('.bar-fill')
    .evaluateAll((bars) => bars.map((bar) => (bar as HTMLElement).style.width))
  expect(lengths.slice(0, 2).map(Number.parseFloat)).toEqual([
    expect.closeTo((201 / 202) * 100, 3),
    expect.closeTo((1 / 202) * 100, 3),
  ])
  await page.goto(`/embed/${slug}`)
  await expect(page.getByRole('row', { name: 'Contre moins de 1 % 1' })).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  expect(await alt(page)).toContain('Pour : plus de 99 % (201) ; Contre : moins de 1 % (1)')
})

test('a shared link shows a card, with figures only where everybody may see them first', async ({
  page,
  request,
}) => {
  const survey = await consultation()
  const { slug } = survey.view
  await vote(survey, 0, 30)
  await page.goto(`/consultations/${slug}`)
  expect(await alt(page)).toContain('Pour : 100 % (30)')
  const card = await request.get(await cardAddress(page))
  expect(card.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'public, max-age=60' })
  expect(sizeOf(await card.body())).toEqual(['PNG', 1200, 630])

  const cited = await (await request.post(`/api/v1/surveys/${slug}/snapshots`)).json()
  await page.goto(cited.path)
  const frozen = await (await request.get(await cardAddress(page))).body()
  await vote(survey, 1, 30)
  expect(await (await request.get(await cardAddress(page))).body()).toEqual(frozen)
  await page.goto(`/consultations/${slug}`)
  const later = await (await request.get(await cardAddress(page))).body()
  expect(later).not.toEqual(await card.body())

  const discreet = await consultation({ resultsVisibility: 'after_vote' })
  await vote(discreet, 0, 30)
  await page.goto(`/consultations/${discreet.view.slug}`)
  expect(await alt(page)).toContain('Donnez votre avis')
  expect(await alt(page)).not.toContain('30')
  await page.goto(`/embed/${discreet.view.slug}`)
  await expect(page.getByRole('heading', { name: 'Êtes-vous pour <b>ou</b> contre ?' })).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  expect((await request.get('/consultations/nulle-part/opengraph-image')).status()).toBe(404)
  expect((await request.get(`/consultations/${slug}/resultats/9999/opengraph-image`)).status()).toBe(404)
})

/** A page of a publisher's that includes a consultation as it is told to. */
async function publisherPage(browser: Browser, baseURL: string, slug: string, site = PUBLISHER, js = true) {
  const context = await browser.newContext({ javaScriptEnabled: js, viewport: { width: 700, height: 900 } })
  // Here Avis is this machine, which a browser lets no site of the internet reach without being asked.
  await context.grantPermissions(['local-network-access'], { origin: site })
  const page = await context.newPage()
  await page.route(`${site}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Article</title><p>Un article.</p>
        <a href="${baseURL}/consultations/${slug}" data-avis>Donnez votre avis</a>
        <a href="${baseURL}/consultations/${slug}">Un simple lien</a>
        <script src="${baseURL}/embed.js" async></script>`,
    }),
  )
  await page.goto(`${site}/article`)
  return { page, context }
}

test('a publisher shows a consultation in a frame as high as it is, which stores nothing', async ({
  browser,
  baseURL,
}) => {
  const survey = await consultation()
  await vote(survey, 0, 25)
  const { page, context } = await publisherPage(browser, baseURL, survey.view.slug)
  const frame = page.frameLocator('iframe[title="Donnez votre avis"]')
  await expect(frame.getByRole('row', { name: 'Pour 100 % 25' })).toBeVisible()
  const height = await frame.locator('html').evaluate((html) => (html as HTMLElement).offsetHeight)
  await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBe(height)
  await expect(page.getByRole('link', { name: 'Un simple lien' })).toBeVisible()
  const [consultationPage] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Répondre à la consultation' }).click(),
  ])
  await expect(consultationPage.getByRole('heading', { name: 'Votre avis' })).toBeVisible()
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('without JavaScript the publisher’s link stays one', async ({ browser, baseURL }) => {
  const survey = await consultation()
  const { page, context } = await publisherPage(browser, baseURL, survey.view.slug, PUBLISHER, false)
  await page.getByRole('link', { name: 'Donnez votre avis' }).click()
  await expect(page.getByRole('heading', { name: 'Votre avis' })).toBeVisible()
  await context.close()
})

test('only publishers that were allowed may frame, and only the frame', async ({
  browser,
  baseURL,
  request,
}) => {
  const survey = await consultation()
  const { page, context } = await publisherPage(browser, baseURL, survey.view.slug, 'https://autre.example')
  await expect(page.locator('iframe')).toBeVisible()
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('html')).not.toHaveAttribute('data-avis-frame')
  await context.close()
  const policy = async (address: string) =>
    (await request.get(address)).headers()['content-security-policy'] ?? ''
  expect(await policy(`/embed/${survey.view.slug}`)).toContain(`frame-ancestors 'self' ${PUBLISHER}`)
  expect(await policy(`/consultations/${survey.view.slug}`)).not.toContain(PUBLISHER)
  const gone = await request.get('/embed/nulle-part')
  expect([gone.status(), await gone.text()]).toEqual([404, expect.stringContaining('n’existe pas')])
})
