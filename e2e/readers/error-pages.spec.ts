import { expect, test } from '../fixtures/staff'

/** A page that refuses, without JavaScript: what it says, and where it leads. */
const REFUSALS = [
  { locale: 'fr-FR', title: 'Cette page n’existe pas', way: 'Voir les consultations ouvertes' },
  { locale: 'en-GB', title: 'This page does not exist', way: 'See the open consultations' },
]

for (const { locale, title, way } of REFUSALS)
  test.describe(`without JavaScript, ${locale}`, () => {
    test.use({ javaScriptEnabled: false, locale })

    test('what is not there is said in words, with a way on', async ({ page }) => {
      for (const address of [
        '/rien',
        '/consultations/rien',
        '/consultations/rien/resultats',
        '/signaler/1x',
      ]) {
        const answer = await page.goto(address)
        expect([address, answer?.status()]).toEqual([address, 404])
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        await page.getByRole('link', { name: way }).click()
        await expect(page).toHaveURL(/\/$/)
      }
    })
  })

test('a page for another role says so without JavaScript, and leads to one’s own account', async ({
  asStaff,
}) => {
  const { context } = await asStaff('moderator', { javaScriptEnabled: false })
  const page = await context.newPage()
  expect((await page.goto('/administration'))?.status()).toBe(403)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Vous n’avez pas accès/)
  await page.getByRole('link', { name: 'Aller à mon compte' }).click()
  await expect(page).toHaveURL(/\/administration\/compte$/)
})

test('a step within the site to what is gone ends at the same words', async ({ page }) => {
  await page.goto('/')
  // What a link of a page that has stood open for a while does.
  await page.evaluate(() =>
    (window as unknown as { next: { router: { push: (to: string) => void } } }).next.router.push(
      '/consultations/rien',
    ),
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
  await expect(page).toHaveURL(/\/consultations\/rien$/)
})
