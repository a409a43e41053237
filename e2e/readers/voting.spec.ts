import type { Locator, Page } from '@playwright/test'
import { choose, DEMO, expect, test } from '../fixtures/base-test'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a reader answers the demo and sees what others think', async ({ page, survey }) => {
      // The newest of all: the first page lists a hundred, and other tests ask for many.
      const { slug, title } = await survey({ opensAt: new Date() })
      const link = page.locator(`a[href="/consultations/${slug}"]`).first()
      await expect(async () => {
        await page.goto('/')
        await expect(link).toBeVisible({ timeout: 1_000 })
      }).toPass()
      await link.click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title.slice(0, 12))

      await page.goto(DEMO)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('65 milliards')
      await expect(page.getByText('Quel est votre avis sur le sujet ?')).toBeVisible()
      await expect(
        page.getByText('Trouvez-vous cette initiative de Meta crédible ou pertinente ?'),
      ).toBeVisible()
      await expect(page.getByText('janvier 2025')).toBeVisible()
      await choose(page, 'Crédible', 'Oui')
      await choose(page, 'Pertinente', 'Non')
      await page.getByRole('textbox').fill('Un pari coûteux.')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByText('Merci, votre réponse est comptée.')).toBeVisible()
      await expect(page.getByTestId('receipt')).toHaveText(/^(\w{5}-){3}\w{5}$/)
      await expect(page.getByText('Crédible seulement')).toBeVisible()
      await expect(page.getByText(/Répond qui veut.: ces résultats/)).toBeVisible()
      await expect(page.getByText(/Chiffres arrêtés au/)).toBeVisible()
      await expect(page.getByText('Un pari coûteux.')).toHaveCount(0)
      expect(new URL(page.url()).pathname).toBe(javaScriptEnabled ? DEMO : `${DEMO}/resultats`)
      expect(await page.content()).not.toMatch(/sondage|marge d.erreur/i)
    })

    test('a reader changes the answer, withdraws it and answers again', async ({ page, survey }) => {
      const { slug } = await survey()
      const send = page.getByRole('button', { name: 'Envoyer ma réponse' })
      await page.goto(`/consultations/${slug}`)
      await choose(page, /pour ou contre/, 'Pour')
      await send.click()
      await expect(page.getByRole('row', { name: 'Pour 1', exact: true })).toBeVisible()

      await page.goto(`/consultations/${slug}/bulletin`)
      await expect(page.getByText(/Vous avez répondu le/)).toBeVisible()
      await expect(page.getByLabel('Pour', { exact: true })).toBeChecked()
      await choose(page, /pour ou contre/, 'Contre')
      await page.getByRole('button', { name: 'Enregistrer la nouvelle réponse' }).click()
      await expect(page.getByRole('row', { name: 'Contre 1', exact: true })).toBeVisible()
      await expect(page.getByTestId('receipt')).toHaveCount(0)

      await page.goto(`/consultations/${slug}/bulletin`)
      await page.getByRole('button', { name: 'Retirer ma réponse' }).click()
      await expect(page.getByText(/Votre réponse a été retirée/)).toBeVisible()
      await expect(page.getByLabel('Contre', { exact: true })).toBeChecked()
      await send.click()
      await expect(page.getByRole('row', { name: 'Contre 1', exact: true })).toBeVisible()
    })

    test('all five kinds of question are answered in one ballot', async ({ page, survey }) => {
      const { slug } = await survey()
      await page.goto(`/consultations/${slug}`)
      await page.getByRole('textbox').fill('Oui, mais pas à ce prix.')
      await choose(page, 'Utile', 'Oui')
      await choose(page, 'Réaliste', 'Sans avis')
      await choose(page, /pour ou contre/, 'Pour')
      await choose(page, /attendez-vous/, 'Des emplois')
      await choose(page, /attendez-vous/, 'Des économies')
      await choose(page, /échelle de 1 à 5/, '4')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByRole('row', { name: 'Des emplois 1', exact: true })).toBeVisible()
      await expect(page.getByRole('row', { name: 'Des économies 1', exact: true })).toBeVisible()
      await expect(page.getByRole('row', { name: 'Rien 0', exact: true })).toBeVisible()
      await expect(page.getByText('Moyenne : 4,0 sur 5')).toBeVisible()
      await expect(page.getByText('1 personne sans avis, comptée à part.')).toBeVisible()
      await expect(page.getByText('Personne ne s’est encore prononcé sur les deux points.')).toBeVisible()
    })

    test('what is wrong is said beside its field, and what was typed stays', async ({ page, survey }) => {
      const input = await survey({
        questions: [
          { kind: 'open', prompt: 'Pourquoi ?', required: true },
          {
            kind: 'single',
            prompt: 'Pour ou contre ?',
            required: true,
            options: [{ label: 'Pour' }, { label: 'Contre' }],
          },
        ],
      })
      await page.goto(`/consultations/${input.slug}`)
      const long = 'é'.repeat(4_001)
      await page.getByRole('textbox').fill(long)
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      const alert = page.getByRole('alert').filter({ hasText: 'n’a pas été enregistrée' })
      await expect(alert).toContainText('Le texte compte 4 001 caractères')
      await expect(page.getByRole('textbox')).toHaveValue(long)
      await expect(page.getByRole('textbox')).toHaveAccessibleDescription(/4 001 caractères/)

      await page.getByRole('textbox').fill('Parce que.')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(alert).toContainText('Répondez à cette question.')
      await expect(page.getByRole('textbox')).toHaveValue('Parce que.')
      await choose(page, 'Pour ou contre ?', 'Contre')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByRole('row', { name: 'Contre 1', exact: true })).toBeVisible()
    })

    test('a page opened before the first vote asks before it takes a text back', async ({ page, survey }) => {
      const { slug } = await survey({
        questions: [
          { kind: 'open', prompt: 'Pourquoi ?' },
          { kind: 'single', prompt: 'Pour ou contre ?', options: [{ label: 'Pour' }, { label: 'Contre' }] },
        ],
      })
      const send = (tab: Page) =>
        tab.getByRole('button', { name: /Envoyer ma réponse|Enregistrer la nouvelle/ })
      const [other, third] = [await page.context().newPage(), await page.context().newPage()]
      for (const tab of [page, other, third]) await tab.goto(`/consultations/${slug}`)
      await page.getByRole('textbox').fill('Un pari coûteux.')
      await choose(page, 'Pour ou contre ?', 'Pour')
      await send(page).click()
      await expect(page.getByTestId('receipt')).toBeVisible()

      await choose(other, 'Pour ou contre ?', 'Contre')
      await send(other).click()
      const asked = (tab: Page) =>
        expect(tab.getByRole('alert').filter({ hasText: 'Ce texte est dans le formulaire' })).toBeVisible()
      await asked(other)
      await expect(other.getByRole('textbox')).toHaveValue('Un pari coûteux.')
      await expect(other.getByLabel('Contre', { exact: true })).toBeChecked()
      await third.getByRole('textbox').fill('Un autre texte.')
      await send(third).click()
      await asked(third)
      await expect(third.getByRole('textbox')).toHaveValue('Un autre texte.')
      await expect(third.getByText('Un pari coûteux.')).toBeVisible()
      await third.close()

      await other.getByRole('textbox').fill('')
      await send(other).click()
      await expect(other.getByRole('row', { name: 'Contre 1', exact: true })).toBeVisible()
      await other.goto(`/consultations/${slug}/bulletin`)
      await expect(other.getByRole('textbox')).toHaveValue('')
      await other.close()
    })

    test('«sans avis» goes alone among several choices', async ({ page, survey }) => {
      const options = [{ label: 'Le pont' }, { label: 'Le bac' }, { label: 'Ne se prononce pas' }]
      const { slug } = await survey({
        questions: [{ kind: 'multiple', prompt: 'Que prenez-vous ?', options }],
        resultsVisibility: 'always',
      })
      await page.goto(`/consultations/${slug}`)
      const [bridge, ferry, none] = options.map(({ label }) => page.getByLabel(label, { exact: true }))
      await bridge?.check()
      await ferry?.check()
      await none?.check()
      if (javaScriptEnabled) {
        await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
        await bridge?.check()
        await expect(none as Locator).not.toBeChecked()
        await none?.check()
      } else {
        await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
        await expect(page.getByText(/ne se combine pas avec d’autres choix/).first()).toBeVisible()
        await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3)
        await bridge?.uncheck()
        await ferry?.uncheck()
      }
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByText('1 personne sans avis, comptée à part.')).toBeVisible()
    })

    test('a receipt finds the ballot again on another device', async ({ page, survey, browser, baseURL }) => {
      const { slug } = await survey()
      await page.goto(`/consultations/${slug}`)
      await choose(page, /pour ou contre/, 'Pour')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      const receipt = await page.getByTestId('receipt').textContent()

      const context = await browser.newContext({ javaScriptEnabled, locale: 'fr-FR', baseURL })
      const other = await context.newPage()
      await other.goto('/recu')
      await other.getByLabel('Code du reçu').fill('AAAAA-AAAAA-AAAAA-AAAAA')
      await other.getByRole('button', { name: 'Retrouver ma réponse' }).click()
      await expect(other.getByRole('alert').first()).toContainText('ne correspond à aucun reçu')
      await expect(other.getByLabel('Code du reçu')).toHaveValue('AAAAA-AAAAA-AAAAA-AAAAA')
      await other.getByLabel('Code du reçu').fill(receipt?.toLowerCase() ?? '')
      await other.getByRole('button', { name: 'Retrouver ma réponse' }).click()
      await other.getByRole('link', { name: 'Modifier ma réponse' }).click()
      await expect(other.getByLabel('Pour', { exact: true })).toBeChecked()
      await choose(other, /pour ou contre/, 'Contre')
      await other.getByRole('button', { name: 'Enregistrer la nouvelle réponse' }).click()
      await expect(other.getByRole('row', { name: 'Contre 1', exact: true })).toBeVisible()
      await context.close()

      await page.goto(`/consultations/${slug}/bulletin`)
      await expect(page.getByLabel('Contre', { exact: true })).toBeChecked()
    })

    test('results are hidden before voting, and shown to those who ask', async ({ page, survey }) => {
      const { slug } = await survey()
      await page.goto(`/consultations/${slug}`)
      await expect(page.getByText(/Personne n’a encore répondu/)).toHaveCount(0)
      await page.getByRole('link', { name: 'Voir les résultats sans répondre' }).click()
      await expect(page.getByText(/Personne n’a encore répondu/)).toBeVisible()
    })

    test('results shown only after closing are hidden from voters too', async ({ page, survey }) => {
      const { slug } = await survey({
        resultsVisibility: 'after_closing',
        closesAt: new Date(Date.now() + 24 * 3600_000),
      })
      await page.goto(`/consultations/${slug}`)
      await expect(page.getByText(/seront publiés à la clôture/)).toBeVisible()
      await choose(page, /pour ou contre/, 'Pour')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByText('Merci, votre réponse est comptée.')).toBeVisible()
      await expect(page.getByText(/seront publiés à la clôture/)).toBeVisible()
      await expect(page.getByRole('row')).toHaveCount(0)
    })

    test('a closed consultation shows its results and takes no answer', async ({ page, survey }) => {
      const { slug } = await survey({ closesAt: new Date(Date.now() - 3600_000) })
      await page.goto(`/consultations/${slug}`)
      await expect(page).toHaveURL(/\/resultats$/)
      await expect(page.getByText(/Cette consultation est close/)).toBeVisible()
      await page.goto(`/consultations/${slug}/bulletin`)
      await expect(page.getByText(/les réponses ne peuvent plus être envoyées/)).toBeVisible()
      await expect(page.getByRole('button', { name: /Envoyer|Enregistrer/ })).toHaveCount(0)
    })
  })
}
