import { screenAll } from '../../lib/comments/commands/screen'
import { expect, test } from '../fixtures/base-test'
import { newestComment, settle, write } from '../fixtures/comments'

test('a text is seen by its author alone until it is published, and is never HTML', async ({
  page,
  survey,
}) => {
  const { slug } = await survey()
  await write(page, slug, `Un texte <img src=x onerror="throw new Error('ran')"> & voir exemple.fr/page`)
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByText('Votre texte :')).toBeVisible()
  // The checks run after the vote was answered: the page says what was known when it was asked for.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('En attente de relecture.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByRole('figure')).toHaveCount(0)

  await settle(slug, { act: 'publish' })
  await page.reload()
  const figure = page.getByRole('figure')
  await expect(figure).toContainText('Un texte <img src=x onerror=')
  await expect(figure).toContainText('Utile : oui · Réaliste : non')
  const link = figure.getByRole('link', { name: 'exemple.fr/page' })
  await expect(link).toHaveAttribute('rel', 'ugc nofollow noopener noreferrer')
  await expect(link).toHaveAttribute('href', 'http://exemple.fr/page')

  await page.getByRole('link', { name: 'Selon la réponse' }).click()
  await expect(
    page.getByRole('region', { name: /^Utile\s: oui · Réaliste\s: non/i }).getByRole('figure'),
  ).toHaveCount(1)
  await expect(page.getByRole('region', { name: /^Utile\s: non · Réaliste\s: oui/i })).toContainText(
    'Aucun texte de ce côté.',
  )

  await page.goto(`/consultations/${slug}/bulletin`)
  await page.getByRole('textbox').fill('Un autre texte, pas encore lu.')
  await page.getByRole('button', { name: 'Enregistrer la nouvelle réponse' }).click()
  await expect(page.getByText('Votre nouvelle réponse remplace l’ancienne.')).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByRole('heading', { name: 'Résultats', exact: true })).toBeVisible()
  await expect(page.getByRole('figure')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false])
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('a refused text says why; its author appeals, withdraws and erases it', async ({ page, survey }) => {
      const { slug } = await survey()
      await page.goto(`/consultations/${slug}`)
      await page.getByRole('textbox').fill('Mon voisin triche, il habite au 3.')
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      await expect(page.getByText('Votre reçu')).toBeVisible()
      const receipt = (await page.getByTestId('receipt').textContent()) ?? ''
      await settle(slug, { act: 'reject', reason: 'privacy', note: 'Sans l’adresse, nous publierons.' })

      // From another device: the receipt is the way to one's texts.
      await page.context().clearCookies()
      await page.goto('/recu')
      await page.getByLabel('Code du reçu').fill(receipt)
      await page.getByRole('button', { name: 'Retrouver ma réponse' }).click()
      await expect(page).toHaveURL(`/recu?trouve=${slug}`)
      await expect(page.getByText('Votre réponse a été retrouvée')).toBeVisible()
      const texts = page.getByRole('region', { name: 'Vos textes' })
      await expect(texts.getByText('Refusé.')).toBeVisible()
      await expect(texts.getByText('Vie privée')).toBeVisible()
      await expect(texts.getByText('Sans l’adresse, nous publierons.')).toBeVisible()
      await expect(texts.getByText('La décision a été prise par une personne.')).toBeVisible()

      // Too long, from a browser that let it through: nothing typed is lost.
      await texts.getByText('Demander un second examen', { exact: true }).click()
      await texts.getByRole('textbox').evaluate((field) => field.removeAttribute('maxlength'))
      await texts.getByRole('textbox').fill('x'.repeat(501))
      await texts.getByRole('button', { name: 'Envoyer le recours' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Votre recours compte 501 caractères')
      await expect(texts.getByRole('textbox')).toHaveValue('x'.repeat(501))
      // The page has just come: what is typed before its script runs is counted at the next letter.
      await expect(async () => {
        await texts.getByRole('textbox').fill('Je n’ai donné qu’un numéro.')
        if (javaScriptEnabled)
          await expect(texts.getByText('473 caractères restants')).toBeVisible({ timeout: 1_000 })
      }).toPass()
      await texts.getByRole('button', { name: 'Envoyer le recours' }).click()
      await expect(page).toHaveURL(`/recu?trouve=${slug}&fait=recours#textes`)
      await expect(page.getByText('Votre recours a été envoyé')).toBeVisible()
      await expect(texts.getByText('Je n’ai donné qu’un numéro.')).toBeVisible()
      await settle(slug, { act: 'reject', reason: 'privacy' })
      await page.goto('/recu')
      await expect(texts.getByText(/Refusé le .* la décision a été confirmée/)).toBeVisible()
      await expect(texts.getByText('Demander un second examen', { exact: true })).toHaveCount(0)

      await texts.getByRole('button', { name: 'Retirer ce texte' }).click()
      await expect(page.getByText('Votre texte a été retiré.')).toBeVisible()
      await texts.getByText('Effacer ce texte').click()
      await texts.getByRole('button', { name: 'Effacer définitivement' }).click()
      await expect(page.getByText('Votre texte a été effacé.')).toBeVisible()
      await expect(page.getByText('Mon voisin triche')).toHaveCount(0)
      expect((await newestComment(slug)).text).toBe('')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    })

    test('anybody reports a published text and follows what becomes of it', async ({
      page,
      survey,
      browser,
      baseURL,
    }) => {
      const { slug } = await survey({ moderationMode: 'after' })
      await write(page, slug, 'Un texte que quelqu’un va signaler.')
      await screenAll()
      const context = await browser.newContext({
        javaScriptEnabled,
        baseURL,
        viewport: { width: 360, height: 740 },
      })
      const reader = await context.newPage()
      await reader.goto(`/consultations/${slug}/resultats`)
      await reader.getByRole('link', { name: 'Signaler' }).click()
      await expect(reader.getByRole('heading', { name: 'Signaler un texte' })).toBeVisible()
      await expect(reader.getByLabel('La loi concernée')).toBeHidden()
      // Illegal, and nothing said of why: what was typed comes back.
      await reader.getByLabel('Contenu illicite').check()
      await reader.getByLabel('La loi concernée').fill('Loi de 1881')
      await reader.getByRole('button', { name: 'Envoyer le signalement' }).click()
      await expect(reader.getByRole('alert').first()).toContainText('Dites en quoi ce texte l’enfreint.')
      await expect(reader.getByLabel('La loi concernée')).toHaveValue('Loi de 1881')
      await expect(reader.getByLabel('Contenu illicite')).toBeChecked()
      await reader.getByLabel('En quoi ce texte').fill('Il diffame mon voisin.')
      await reader.getByRole('button', { name: 'Envoyer le signalement' }).click()
      await expect(reader.getByText('votre signalement a été enregistré')).toBeVisible()
      await expect(reader).toHaveURL(/signalements\?envoye=1$/)
      const code = (await reader.getByTestId('report-receipt').textContent()) ?? ''
      // Shown once: the page opened again has it no more.
      await reader.goto('/signalements?envoye=1')
      await expect(reader.getByRole('heading', { name: 'Suivre un signalement' })).toBeVisible()
      await expect(reader.getByTestId('report-receipt')).toHaveCount(0)
      await settle(slug, { act: 'reject', reason: 'illegal', law: 'Loi de 1881, art. 29' })
      await reader.goto('/signalements')
      await reader.getByLabel('Code du signalement').fill(code.toLowerCase())
      await reader.getByRole('button', { name: 'Voir la suite donnée' }).click()
      await expect(reader.getByText('La rédaction l’a relu et l’a retiré.')).toBeVisible()
      await reader.getByLabel('Code du signalement').fill('AAAAA-AAAAA-AAAAA-AAAAA')
      await reader.getByRole('button', { name: 'Voir la suite donnée' }).click()
      await expect(reader.getByRole('alert').first()).toContainText(
        'Aucun signalement ne correspond à ce code',
      )
      await context.close()
    })
  })
