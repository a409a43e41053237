import { db } from '../../lib/platform/db/client'
import { choose, expect, test } from '../fixtures/base-test'
import { clean } from '../fixtures/checks/axe'
import { crowd } from '../fixtures/overload-network'

test('when many vote from one network, a reader’s device does some work and the ballot is in', async ({
  page,
  survey,
  baseURL,
}) => {
  const { slug, ...view } = await survey()
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  await page.getByRole('textbox').fill('Gardé pendant le calcul.')
  await crowd(baseURL, { slug, ...view })
  const asked = page.waitForResponse((response) => response.status() === 429)
  const sent = page.waitForRequest((request) => Boolean(request.headers()['avis-proof']))
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await asked
  await sent
  await expect(page.getByRole('heading', { name: 'Merci' })).toBeVisible()
  expect(await db().comment.count({ where: { text: 'Gardé pendant le calcul.' } })).toBe(1)
})

test('a browser that cannot do the work waits like one without JavaScript', async ({
  page,
  survey,
  baseURL,
}) => {
  const view = await survey()
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
  await page.goto(`/consultations/${view.slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  await crowd(baseURL, view)
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByText('Votre réponse n’est pas encore envoyée')).toBeVisible()
  await expect(page.getByLabel('Pour', { exact: true })).toBeChecked()
  await clean(page)
})

for (const [name, options] of [
  ['light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['on a dark phone', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
] as const)
  test.describe(`without JavaScript, ${name}`, () => {
    test.use({ javaScriptEnabled: false, ...options })
    test('the form is kept, says when to press again, and then counts', async ({ page, survey, baseURL }) => {
      const view = await survey()
      await page.goto(`/consultations/${view.slug}`)
      await choose(page, /pour ou contre/, 'Contre')
      await page.getByRole('textbox').fill('Mon texte, gardé pendant l’attente.')
      await crowd(baseURL, view)
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByText('Votre réponse n’est pas encore envoyée')).toBeVisible()
      await expect(page.getByText(/renvoyez-la à partir de \d{1,2}\sh\s\d\d\smin\s\d\d\ss/)).toBeVisible()
      await expect(page.getByRole('textbox')).toHaveValue('Mon texte, gardé pendant l’attente.')
      const draft = new URL(page.url()).searchParams.get('brouillon') ?? ''
      await db().$executeRaw`UPDATE form_draft SET payload = jsonb_set(payload, '{wait,until}',
        to_jsonb(now() - interval '1 second')) WHERE id = ${draft}`
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByText('Merci, votre réponse est comptée.')).toBeVisible()
    })
  })
