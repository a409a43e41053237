import { choose } from '../fixtures/base-test'
import { expect, test } from '../fixtures/staff'

test('a question changed while readers answer is corrected, or becomes a new version', async ({
  asStaff,
  survey,
  browser,
  baseURL,
}) => {
  const { slug } = await survey({ resultsVisibility: 'always' })
  const readers = await browser.newContext({ baseURL, locale: 'fr-FR' })
  const reader = await readers.newPage()
  await reader.goto(`/consultations/${slug}`)
  await choose(reader, /pour ou contre/, 'Pour')
  await reader.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(reader.getByTestId('receipt')).toBeVisible()
  await readers.close()
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/redaction/${slug}`)
  const first = page.getByLabel('Question, mot pour mot').first()
  await first.fill('Quel est votre avis sur ce sujet ?')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByRole('button', { name: 'Correction sans changement de sens' }).click()
  await expect(page.getByText(/Enregistré à/)).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByText('Quel est votre avis sur ce sujet ?')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Pour 1', exact: true })).toBeVisible()

  await page.goto(`/redaction/${slug}`)
  await expect(page.getByText(/avis sur le sujet.* est devenu .*avis sur ce sujet/)).toBeVisible()
  await first.fill('Et vous, qu’en pensez-vous ?')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText('1 réponse a été donnée à ces questions')).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer comme nouvelle version' }).click()
  await expect(page.getByText(/Enregistré à/)).toBeVisible()
  await page.goto(`/consultations/${slug}`)
  await expect(page.getByText('Et vous, qu’en pensez-vous ?')).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByText(/1 réponse a été donnée à une version antérieure/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Réponses à la version 1 des questions' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Pour 1', exact: true })).toBeVisible()
  await expect(page.getByText(/Personne n’a encore répondu\. /)).toHaveCount(0)
  await page.goto(`/embed/${slug}`)
  await expect(page.getByText('1 réponse a été donnée à une version antérieure des questions.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Voir les résultats complets' })).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats?version=1`)
  await expect(page.getByRole('link', { name: 'Voir la version actuelle' })).toBeVisible()
})

test('a typo in a closed consultation is corrected, and a page that was cited says so', async ({
  asStaff,
  survey,
}) => {
  const { slug } = await survey({ resultsVisibility: 'always' })
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByTestId('receipt')).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  await page.getByRole('button', { name: 'Citer ce résultat' }).click()
  await expect(page.getByRole('heading', { name: 'Pour citer ce résultat' })).toBeVisible()
  const cited = page.url()

  await page.goto(`/redaction/${slug}`)
  await page.getByRole('button', { name: 'Clore maintenant' }).click()
  await expect(page.getByText('Seuls les mots des questions se corrigent')).toBeVisible()
  await expect(page.getByLabel('Type', { exact: true }).first()).toBeDisabled()
  await page.getByLabel('Question, mot pour mot').first().fill('Quel est votre avis sur ce sujet ?')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(
    page.getByText('1 réponse a été donnée à ces questions : une correction la garde'),
  ).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Enregistrer comme nouvelle version' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Correction sans changement de sens' }).click()
  await expect(page.getByText(/Enregistré à/)).toBeVisible()
  await page.goto(cited)
  await expect(page.getByText(/avis sur le sujet.* est devenu .*avis sur ce sujet/)).toBeVisible()
  await expect(page.getByRole('row', { name: 'Pour 1', exact: true })).toBeVisible()
})

test('without JavaScript the choice is asked by the server, and what was typed stays', async ({
  asStaff,
  survey,
}) => {
  const { slug } = await survey({ resultsVisibility: 'always' })
  const { context } = await asStaff('editor', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()

  await page.goto(`/redaction/${slug}`)
  const words = page.locator('form#words')
  const prompt = words.getByLabel('Question, mot pour mot').first()
  const lines = words.getByRole('group', { name: 'Question 3' }).getByLabel('Choix, un par ligne')
  const typed = 'Pour, en partie\nContre'
  await lines.fill(typed)
  await prompt.fill('')
  const save = words.getByRole('button', { name: 'Enregistrer les mots' })
  await save.click()
  await expect(words.getByRole('alert')).toContainText('Ce champ est obligatoire.')
  await expect(lines).toHaveValue(typed)
  await prompt.fill('Quel est votre avis sur ce sujet ?')
  await save.click()
  await expect(words.getByText('1 réponse a été donnée à ces questions')).toBeVisible()
  await expect(prompt).toHaveValue('Quel est votre avis sur ce sujet ?')
  await words.getByLabel('une correction sans changement de sens').check()
  await save.click()
  await expect(words.getByText('Les mots des questions sont enregistrés.')).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByText('Quel est votre avis sur ce sujet ?')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Pour, en partie 1', exact: true })).toBeVisible()
})
