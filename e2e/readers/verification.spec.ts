import type { Page } from '@playwright/test'
import { db } from '../../lib/platform/db/client'
import { storedSurvey } from '../../scripts/testing/surveys'
import { choose, expect, test } from '../fixtures/base-test'
import { vote } from '../fixtures/vote-as-others'

async function answer(page: Page, slug: string): Promise<string> {
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Contre')
  await choose(page, 'Utile', 'Oui')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  return (await page.getByTestId('receipt').textContent()) ?? ''
}

async function verify(page: Page, receipt: string) {
  await page.goto('/verification')
  await page.getByLabel('Code du reçu').fill(receipt.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Vérifier' }).click()
}

const SOUND = 'Votre réponse est dans la chaîne, et la chaîne est intacte.'

for (const javaScriptEnabled of [true, false])
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('a reader checks an answer, a change and a withdrawal by the receipt', async ({
      page,
      browser,
      baseURL,
    }) => {
      const survey = await storedSurvey()
      const { slug } = survey.view
      await vote(survey, 0, 3)
      const receipt = await answer(page, slug)
      await vote(survey, 1, 2)

      // Elsewhere, by nothing but the receipt.
      const context = await browser.newContext({ javaScriptEnabled, baseURL })
      const other = await context.newPage()
      await verify(other, receipt)
      await expect(other.getByRole('heading', { name: SOUND })).toBeVisible()
      await expect(other.getByText(/dans le maillon n°\s4\./)).toBeVisible()
      await expect(other.getByText(/2 maillons la suivent, tous vérifiés/)).toBeVisible()
      await expect(
        other.getByText(javaScriptEnabled ? /dans votre navigateur/ : /qui se vérifie lui-même\s: pour/),
      ).toBeVisible()
      await expect(other.getByText('Contre', { exact: true })).toBeVisible()
      const seal = (await other.locator('code').first().textContent()) ?? ''
      expect(seal).toMatch(/^[0-9a-f]{8}…[0-9a-f]{8}$/)
      await other.getByRole('link', { name: 'Voir les résultats et leur sceau' }).click()
      await expect(other.getByText(seal)).toBeVisible()
      await context.close()

      await page.goto(`/consultations/${slug}/bulletin`)
      await choose(page, /pour ou contre/, 'Pour')
      await page.getByRole('button', { name: 'Enregistrer la nouvelle réponse' }).click()
      await expect(page.getByRole('row', { name: 'Pour 4', exact: true })).toBeVisible()
      await verify(page, receipt)
      await expect(page.getByText(/son dernier état, après une modification/)).toBeVisible()

      await page.goto(`/consultations/${slug}/bulletin`)
      await page.getByRole('button', { name: 'Retirer ma réponse' }).click()
      await expect(page.getByText(/Votre réponse a été retirée/)).toBeVisible()
      await verify(page, receipt)
      await expect(
        page.getByRole('heading', { name: 'Votre retrait est dans la chaîne, et la chaîne est intacte.' }),
      ).toBeVisible()
    })

    test('a ballot changed behind its reader’s back is found out, and so is a chain that was cut', async ({
      page,
    }) => {
      const survey = await storedSurvey()
      const receipt = await answer(page, survey.view.slug)
      await vote(survey, 0, 3)
      await db().$executeRaw`
        UPDATE ballot SET cells = array_remove(cells, cells[array_length(cells, 1)]) WHERE survey_id = ${survey.id} AND 'q' || ${survey.view.questions[1]?.id} = ANY (cells)`
      await verify(page, receipt)
      await expect(page.getByRole('heading', { name: /n’est pas dans la chaîne/ })).toBeVisible()

      const intact = await storedSurvey()
      const second = await answer(page, intact.view.slug)
      await vote(intact, 0, 3)
      await db().$executeRaw`DELETE FROM chain_link WHERE survey_id = ${intact.id} AND seq = 3`
      await verify(page, second)
      await expect(page.getByRole('heading', { name: 'La chaîne est rompue.' })).toBeVisible()
      await expect(page.getByText(/maillon n°\s4 manque|maillon n°\s3 manque/)).toBeVisible()
    })

    test('an unknown receipt stays in its field', async ({ page }) => {
      await verify(page, '7K3MX-Q2XPB-9TDWA-0CEHN')
      await expect(page.getByText(/Aucune réponse ne correspond/).first()).toBeVisible()
      await expect(page.getByLabel('Code du reçu')).toHaveValue('7k3mx q2xpb 9tdwa 0cehn')
    })
  })

test('while results are hidden an answer can be checked all the same', async ({ page }) => {
  const { view } = await storedSurvey({ resultsVisibility: 'after_closing' })
  await verify(page, await answer(page, view.slug))
  await expect(page.getByRole('heading', { name: SOUND })).toBeVisible()
})

test('a check that the server does not answer says so, and is not a finding', async ({ page, survey }) => {
  const receipt = await answer(page, (await survey()).slug)
  await page.route('**/chain?*', (route) => route.abort())
  await verify(page, receipt)
  await expect(page.getByText(/n’a pas pu être menée à son terme/).first()).toBeVisible()
  await page.unroute('**/chain?*')
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await expect(page.getByRole('heading', { name: SOUND })).toBeVisible()
})
