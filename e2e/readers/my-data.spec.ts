import { readFileSync } from 'node:fs'
import { choose, expect, test } from '../fixtures/base-test'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a receipt opens all that is kept, as a file, and erases it', async ({
      page,
      survey,
      browser,
      baseURL,
    }) => {
      const { slug } = await survey()
      await page.goto(`/consultations/${slug}`)
      await page.getByRole('textbox').fill('Un texte à emporter.')
      await choose(page, 'Êtes-vous pour ou contre ?', 'Pour')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      const receipt = (await page.getByTestId('receipt').textContent()) ?? ''

      const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'fr-FR' })
      const other = await context.newPage()
      await other.goto('/recu')
      await other.getByLabel('Code du reçu').fill(receipt)
      await other.getByRole('button', { name: 'Retrouver ma réponse' }).click()
      const download = other.waitForEvent('download')
      await other.getByRole('link', { name: 'Télécharger tout ce qui est lié à ce reçu' }).click()
      const data = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
      expect((await download).suggestedFilename()).toBe(`avis-${slug}-mes-donnees.json`)
      expect(data.comments).toMatchObject([{ text: 'Un texte à emporter.' }])

      await other.getByText('Effacer ce qui est lié à ce reçu').click()
      await expect(other.getByLabel('Les garder dans les résultats')).toBeChecked()
      await other.getByLabel('Les retirer des résultats').check()
      await other.getByRole('button', { name: 'Effacer définitivement' }).first().click()
      await expect(other.getByRole('status')).toContainText('vos réponses retirées des résultats')
      await expect(other.getByText('Un texte à emporter.')).toHaveCount(0)
      const results = await other.request.get(`/api/v1/surveys/${slug}/results`)
      expect((await results.json()).ballots).toBe(0)
      await context.close()
    })
  })
