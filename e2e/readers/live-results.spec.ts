import { db } from '../../lib/platform/db/client'
import { storedSurvey } from '../../scripts/testing/surveys'
import { choose, expect, test } from '../fixtures/base-test'
import { clean } from '../fixtures/checks/axe'
import { vote } from '../fixtures/vote-as-others'

const PATH = (slug: string) => `/consultations/${slug}/resultats`

test('the page of results keeps up with readers, says so aloud now and then, and can stand still', async ({
  page,
}) => {
  const survey = await storedSurvey()
  await vote(survey, 0, 2)
  await page.clock.install()
  await page.goto(PATH(survey.view.slug))
  const first = page.getByRole('row', { name: /^Pour/ })
  await expect(page.getByText('En direct')).toBeVisible()
  await expect(first).toHaveAccessibleName('Pour 2')
  // The page's own server hears of ballots that another process writes: this one.
  await vote(survey, 0, 1)
  await expect(first).toHaveAccessibleName('Pour 3')
  await expect(page.getByText(/mis à jour à \d{1,2}\sh(?:\s\d\d)?/)).toBeVisible()
  // Said at most so often, that a screen reader is not all it says.
  await page.clock.fastForward('00:20')
  await expect(
    page.getByRole('status').filter({ hasText: 'Résultats mis à jour : 3 réponses.' }),
  ).toHaveCount(1)
  await clean(page)

  await page.getByRole('button', { name: 'Mettre en pause' }).click()
  await expect(page.getByText('En pause')).toBeVisible()
  await vote(survey, 0, 1)
  const other = await page.context().newPage()
  await other.goto(PATH(survey.view.slug))
  await expect(other.getByRole('row', { name: /^Pour/ })).toHaveAccessibleName('Pour 4')
  await other.close()
  await expect(first).toHaveAccessibleName('Pour 3')
  await page.getByRole('button', { name: 'Reprendre' }).click()
  await expect(first).toHaveAccessibleName('Pour 4')
})

test('results in place after a vote keep up as well', async ({ page }) => {
  const survey = await storedSurvey()
  await page.goto(`/consultations/${survey.view.slug}`)
  await choose(page, /pour ou contre/, 'Contre')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByRole('row', { name: 'Contre 1', exact: true })).toBeVisible()
  await vote(survey, 1, 1)
  await expect(page.getByRole('row', { name: 'Contre 2', exact: true })).toBeVisible()
})

test('nothing moves but the numbers', async ({ page }) => {
  const survey = await storedSurvey()
  await vote(survey, 0, 30)
  await page.goto(PATH(survey.view.slug))
  await expect(page.getByText('En direct')).toBeVisible()
  await page.evaluate(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await vote(survey, 1, 25)
  await expect(page.getByRole('row', { name: /^Contre 45\s% 25/ })).toBeVisible()
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01)
})

test('where no stream gets through, results are asked for now and then', async ({ page }) => {
  const survey = await storedSurvey()
  await page.route('**/results/stream*', (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto(PATH(survey.view.slug))
  await expect(page.getByText('Actualisé régulièrement')).toBeVisible()
  await vote(survey, 0, 1)
  await expect(page.getByRole('row', { name: 'Pour 1', exact: true })).toBeVisible()
})

test('the end of a survey is said, and a closed one follows nothing', async ({ page }) => {
  const survey = await storedSurvey()
  await vote(survey, 0, 1)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/results')) asked.push(request.url())
  })
  await page.goto(PATH(survey.view.slug))
  await expect(page.getByText('En direct')).toBeVisible()
  await db().survey.update({ where: { id: survey.id }, data: { closesAt: new Date(Date.now() - 1000) } })
  await expect(page.getByText('La consultation a changé ou s’est terminée.')).toBeVisible({ timeout: 15_000 })
  expect(asked.length).toBe(1)
  await page.getByRole('link', { name: 'Recharger les résultats' }).click()
  await expect(page.getByRole('row', { name: 'Pour 1', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mettre en pause' })).toHaveCount(0)
  expect(asked.length).toBe(1)
})
