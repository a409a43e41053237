import { storedSurvey } from '../../scripts/testing/surveys'
import { expect, test } from '../fixtures/base-test'
import { clean } from '../fixtures/checks/axe'
import { vote } from '../fixtures/vote-as-others'

for (const javaScriptEnabled of [true, false])
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('a result is cited by a link that never says anything else', async ({ page }) => {
      const survey = await storedSurvey()
      const { slug } = survey.view
      await vote(survey, 0, 19)
      await page.goto(`/consultations/${slug}/resultats`)
      await expect(page.getByRole('row', { name: 'Pour 19', exact: true })).toBeVisible()
      await expect(page.getByText('Une question qui a reçu moins de 20 avis')).toBeVisible()
      await expect(page.getByText('100 %')).toHaveCount(0)
      await vote(survey, 1, 6)
      await page.reload()
      await expect(page.getByRole('row', { name: 'Pour 76 % 19' })).toBeVisible()
      await page.getByRole('button', { name: 'Citer ce résultat' }).click()
      await expect(page).toHaveURL(/resultats\/\d+#citation$/)
      await expect(page.getByTestId('citation')).toContainText('25 réponses de lecteurs volontaires')
      await expect(page.getByTestId('citation').getByRole('link')).toHaveAttribute(
        'href',
        /\/resultats\/\d+$/,
      )
      const address = page.url()
      await vote(survey, 1, 5)
      await page.goto(address)
      await expect(page.getByRole('row', { name: 'Pour 76 % 19' })).toBeVisible()
      await expect(page.getByText('ne changeront plus')).toBeVisible()
      await expect(page.getByText('Aucun échantillon n’a été tiré au sort')).toBeVisible()
      await expect(page.getByRole('table', { name: 'D’où venaient les lecteurs' })).toContainText('25')
      await expect(page.getByText('Les ouvertures de la page n’ont pas été comptées')).toBeVisible()
      const copy = page.getByRole('button', { name: 'Copier la citation' })
      if (javaScriptEnabled) {
        await clean(page)
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
        await copy.click()
        await expect(page.getByRole('button', { name: 'Citation copiée' })).toBeVisible()
        const copied = await page.evaluate(() => navigator.clipboard.readText())
        expect(copied).toMatch(
          /consultation des lecteurs.* 25 réponses de lecteurs volontaires.*\/resultats\/\d+$/,
        )
      } else await expect(copy).toHaveCount(0)
      await page.getByRole('link', { name: 'Voir les résultats actuels' }).click()
      await expect(page.getByRole('row', { name: 'Contre 37 % 11' })).toBeVisible()
      expect((await page.goto(`/consultations/${slug}/resultats/999999`))?.status()).toBe(404)
    })
  })
