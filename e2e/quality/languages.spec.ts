import type { Page } from '@playwright/test'
import { storedSurvey } from '../../scripts/testing/surveys'
import { choose, DEMO } from '../fixtures/base-test'
import { tell } from '../fixtures/comments'
import { frenchLetters, frenchSentences } from '../fixtures/leftover-french'
import { expect, test } from '../fixtures/staff'

/** Every word of the page is English or marked as French, and the page says that it is English. */
async function isEnglish(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect([page.url(), await frenchSentences(page), await frenchLetters(page)]).toEqual([page.url(), [], []])
}

const switchTo = (page: Page, language: 'English' | 'Français') =>
  page.getByRole('contentinfo').getByRole('button', { name: language }).click()

test.describe('an English browser', () => {
  test.use({ locale: 'en-GB' })

  // Every page in English is looked at by e2e/quality/pages.spec.ts.
  test('gets a consultation in English, with French marked as French', async ({ page }) => {
    await page.goto(DEMO)
    await isEnglish(page)
    const prompt = page.getByText(/Trouvez-vous cette initiative de Meta crédible ou pertinente\s\?/)
    await expect(prompt).toHaveAttribute('lang', 'fr')
    await expect(page.getByRole('heading', { level: 1 }).locator('[lang=fr]')).toContainText('65 milliards')
    await expect(page.getByText('January 2025')).toBeVisible()
  })

  test('is told in English what was refused, on the desk and at its door', async ({ page, asStaff }) => {
    const { context } = await asStaff('editor')
    const own = await context.newPage()
    await own.goto('/administration/compte/jetons')
    await own.getByLabel('Name', { exact: true }).fill('Programme')
    for (const scope of await own.getByRole('checkbox').all()) await scope.uncheck()
    await own.getByRole('button', { name: 'Create the token' }).click()
    await expect(own.getByRole('alert').filter({ hasText: 'The token was not created' })).toContainText(
      'Choose at least one permission.',
    )
    await page.goto('/connexion?refus=inconnu')
    await isEnglish(page)
  })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a French reader switches to English, votes in it, and switches back', async ({ page, survey }) => {
      const { slug } = await survey()
      await page.goto(`/consultations/${slug}`)
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
      await expect(page.getByRole('button', { name: 'Envoyer ma réponse' })).toBeVisible()

      await switchTo(page, 'English')
      await expect(page.getByRole('button', { name: 'Send my answer' })).toBeVisible()
      expect(new URL(page.url()).pathname).toBe(`/consultations/${slug}`)
      await isEnglish(page)
      const [cookie] = await page.context().cookies()
      expect(cookie).toMatchObject({ name: 'avis_langue', value: 'en', httpOnly: true, sameSite: 'Lax' })

      await page.getByRole('button', { name: 'Send my answer' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Your answer has not been saved')
      await isEnglish(page)

      await choose(page, 'Utile', 'Oui')
      await choose(page, 'Réaliste', 'Non')
      await page.getByRole('textbox').fill('A costly bet.')
      await page.getByRole('button', { name: 'Send my answer' }).click()
      await expect(page.getByText('Thank you, your answer has been counted.')).toBeVisible()
      await expect(page.getByText('Utile only')).toBeVisible()
      await isEnglish(page)

      await page.goto(`/consultations/${slug}/resultats`)
      await expect(page.getByText(/Figures as of/)).toBeVisible()
      await isEnglish(page)
      await switchTo(page, 'Français')
      await expect(page.getByText(/Chiffres arrêtés au/)).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    })

    test('a link in a language is kept from page to page, and the switch changes it', async ({
      page,
      survey,
    }) => {
      const { slug } = await survey()
      await page.goto(`/consultations/${slug}?langue=en`)
      await isEnglish(page)
      await page.getByRole('link', { name: 'Privacy' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible()
      await isEnglish(page)
      await page.getByRole('link', { name: 'All consultations' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Readers’ consultations' })).toBeVisible()
      await isEnglish(page)
      expect(await page.context().cookies()).toEqual([])
      await switchTo(page, 'Français')
      await expect(page.getByRole('heading', { level: 1, name: 'Consultations des lecteurs' })).toBeVisible()
      await page.reload()
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    })
  })
}

test('what is typed and chosen is not lost by switching, and is kept no longer', async ({ page, survey }) => {
  const { slug } = await survey()
  await page.goto(`/consultations/${slug}`)
  await page.getByRole('textbox').fill('Pas encore envoyé.')
  await choose(page, /pour ou contre/, 'Contre')
  await choose(page, /attendez-vous/, 'Rien')
  const kept = () => page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage)])
  expect(await kept()).toEqual([[], []])
  await switchTo(page, 'English')
  await expect(page.getByRole('button', { name: 'Send my answer' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveValue('Pas encore envoyé.')
  await expect(page.getByLabel('Contre', { exact: true })).toBeChecked()
  await expect(page.getByLabel('Rien', { exact: true })).toBeChecked()
  expect(await kept()).toEqual([[], []])
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await expect(page.getByText('Thank you, your answer has been counted.')).toBeVisible()
})

test('what a reader wrote in another language is marked with it', async ({ page }) => {
  const english = 'The port needs buses that come every ten minutes, and not another study.'
  const survey = await storedSurvey({ moderationMode: 'after' })
  await tell(survey, english)
  await page.goto(`/consultations/${survey.view.slug}/resultats`)
  const quoted = page.getByRole('blockquote').filter({ hasText: english })
  await expect(quoted).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: /^Signaler/ }).click()
  await expect(quoted).toHaveAttribute('lang', 'en')
})

test('the switch goes back to a page of ours only, and takes no other language', async ({
  request,
  baseURL,
}) => {
  const answer = (referer: string, langue = 'en') =>
    request.post('/api/v1/language', {
      form: { langue },
      headers: { referer, origin: baseURL },
      maxRedirects: 0,
    })
  for (const [referer, to] of [
    [`${baseURL}/recu?inconnu=1`, '/recu?inconnu=1'],
    [`${baseURL}/recu?langue=fr`, '/recu?langue=en'],
    [`${baseURL}//elsewhere.example/`, '/'],
    [`${baseURL}/api/v1/surveys`, '/'],
    ['nonsense', '/'],
  ] as const) {
    const { status, headers } = await answer(referer).then((got) => ({
      status: got.status(),
      headers: got.headers(),
    }))
    expect([referer, status, headers.location]).toEqual([referer, 303, to])
  }
  expect((await answer(`${baseURL}/`, 'de')).status()).toBe(422)
})

test('pages say what they differ by, and where they are in each language', async ({ page }) => {
  for (const path of [
    '/',
    DEMO,
    `${DEMO}/resultats`,
    '/connexion',
    '/redaction',
    '/rien',
    '/consultations/rien',
  ]) {
    const answer = await page.request.get(path, { headers: { accept: 'text/html' }, maxRedirects: 0 })
    expect([path, answer.headers().vary?.toLowerCase()]).toEqual([
      path,
      expect.stringContaining('accept-language, cookie'),
    ])
  }
  await page.goto('/charte')
  const alternates = await page
    .locator('link[rel=alternate][hreflang]')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute('hreflang'), (link as HTMLLinkElement).href]),
    )
  const { origin } = new URL(page.url())
  expect(alternates).toEqual([
    ['fr', `${origin}/charte?langue=fr`],
    ['en', `${origin}/charte?langue=en`],
    ['x-default', `${origin}/charte`],
  ])
})
