import { db } from '../../lib/platform/db/client'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { storedSurvey } from '../../scripts/testing/surveys'
import { expect, test } from '../fixtures/base-test'

// A test's own browser calls itself headless, and is rightly taken for a robot.
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
/** Counts wait a few seconds in the server before they are written. */
const WRITTEN = { timeout: 10_000 }

async function visits({ id }: SurveyRecord) {
  const rows = await db().visit.findMany({
    where: { surveyId: id },
    select: { source: true, seen: true, started: true, ballots: true },
  })
  return Object.fromEntries(
    rows.map(({ source, seen, started, ballots }) => [source, [seen, started, ballots]]),
  )
}

test.describe('a reader', () => {
  test.use({ userAgent: CHROME })

  test('who opens a consultation, begins and answers is counted at each step, once', async ({ page }) => {
    const survey = await storedSurvey()
    const address = `/consultations/${survey.view.slug}`
    await page.goto(address, { referer: 'https://journal.example/tramway' })
    await expect.poll(() => visits(survey), WRITTEN).toEqual({ article: [1, 0, 0] })
    await page.getByLabel('Pour', { exact: true }).check()
    await page.getByLabel('Contre', { exact: true }).check()
    await expect.poll(() => visits(survey), WRITTEN).toEqual({ article: [1, 1, 0] })
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await expect(page.getByRole('heading', { name: 'Merci' })).toBeVisible()
    await page.getByRole('heading', { name: 'Ce que disent ces chiffres' }).scrollIntoViewIfNeeded()
    await expect(page.getByText('La page a été ouverte 1 fois, et 1 réponse est comptée.')).toBeVisible()
    await expect(page.getByRole('row', { name: 'Le site qui publie l’article 1 1' })).toBeVisible()
    await page.goto(address)
    await expect(page.getByText('Vous avez répondu')).toBeVisible()
    await page.getByLabel('Pour', { exact: true }).check()
    // Somebody else's opening shows that the reload before it was written too, had it been counted.
    const other = await page.context().browser()?.newContext({ userAgent: CHROME })
    await other?.request.get(new URL(address, page.url()).href)
    await other?.close()
    await expect.poll(() => visits(survey), WRITTEN).toEqual({ article: [1, 1, 1], none: [1, 0, 0] })
  })

  test('who only sees the way to it opens nothing', async ({ page, request }) => {
    const survey = await storedSurvey()
    const address = `/consultations/${survey.view.slug}`
    const link = page.locator(`a[href="${address}"]`).first()
    // The list is kept for a second: it may be older than this consultation.
    await expect(async () => {
      await page.goto('/')
      await expect(link).toBeVisible({ timeout: 500 })
    }).toPass()
    await link.hover()
    await page.waitForLoadState('networkidle')
    const agents = { 'user-agent': CHROME }
    expect((await request.head(address, { headers: agents })).status()).toBe(200)
    await request.get(address, { headers: { ...agents, 'sec-purpose': 'prefetch' } })
    await request.get(address, { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' } })
    await link.click()
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    await expect.poll(() => visits(survey), WRITTEN).toEqual({ here: [1, 0, 0] })
  })
})
