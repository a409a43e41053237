import { clean } from './fixtures/clean'
import { choose, DEMO, expect, test } from './fixtures/test'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })

      test('every page and state passes axe, and nothing scrolls sideways', async ({ page, survey }) => {
        const { slug } = await survey()
        for (const path of [
          '/',
          DEMO,
          `${DEMO}/resultats`,
          `/consultations/${slug}`,
          '/recu',
          '/charte',
          '/transparence',
          '/signalements',
          '/vie-privee',
          '/verification',
          '/rien',
        ]) {
          await page.goto(path)
          await clean(page)
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect([path, overflow]).toEqual([path, 0])
        }
        await page.goto(`/consultations/${slug}`)
        await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
        await expect(page.getByRole('alert').first()).toBeVisible()
        await clean(page)
        await choose(page, 'Utile', 'Oui')
        await choose(page, 'Réaliste', 'Non')
        await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
        await expect(page.getByTestId('receipt')).toBeVisible()
        await clean(page)
        await page.getByRole('button', { name: 'Retirer ma réponse' }).click()
        await expect(page.getByText(/Votre réponse est retirée/)).toBeVisible()
        await clean(page)
      })
    })
  }
}

test('a ballot is answered by keyboard alone, and focus goes where the news is', async ({ page, survey }) => {
  const { slug } = await survey({
    questions: [
      { kind: 'single', prompt: 'Pour ou contre ?', options: [{ label: 'Pour' }, { label: 'Contre' }] },
    ],
  })
  await page.goto(`/consultations/${slug}`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  while (
    !(await page.getByLabel('Pour', { exact: true }).evaluate((input) => input === document.activeElement))
  ) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').locator('[tabindex="-1"]')).toBeFocused()
  await page.getByLabel('Pour', { exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Contre', { exact: true })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Merci, votre réponse est comptée.' })).toBeFocused()
})
