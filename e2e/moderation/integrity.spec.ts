import { expect, test } from '../fixtures/staff'
import { stuffed } from '../fixtures/stuffed-survey'

test('a moderator sees what was found, sets it aside with a reason, and everybody sees that', async ({
  asStaff,
  page: reader,
}) => {
  const survey = await stuffed()
  const { slug } = survey.view
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await page.goto(`/moderation/integrite?survey=${slug}`)
  const article = page.getByRole('article', { name: 'Réponses sans formulaire' })
  await expect(article.getByText('À traiter')).toBeVisible()
  await expect(article.getByText(/^60 réponses, .* d’un seul réseau\./)).toBeVisible()
  await expect(article.getByText(/100\s% de ces envois ne sont pas passés par le formulaire/)).toBeVisible()
  await expect(article.getByRole('img', { name: /60 d’entre elles sont en cause/ })).toBeVisible()
  await expect(article.getByRole('row', { name: /^Contre/ })).toContainText('−32,1 pt')

  await article.getByLabel('Pourquoi').fill('Un script.')
  await article.getByRole('button', { name: 'Mettre à l’écart' }).click()
  await expect(page.getByRole('status')).toContainText('elles ne sont plus comptées')
  await expect(article.getByText('Mises à l’écart', { exact: true })).toBeVisible()
  await article.getByText(/^Historique/).click()
  await expect(article.getByText('Un script.')).toBeVisible()

  await reader.goto(`/consultations/${slug}/resultats`)
  const ledger = reader.getByRole('region', { name: 'Le registre des réponses' })
  await expect(ledger).toContainText('140 réponses reçues. 80 sont comptées. 60 sont mises à l’écart.')
  await expect(ledger.getByRole('row', { name: /^Contre/ })).toContainText('−32,1 pt')
  await expect(reader.getByText('80 réponses', { exact: true }).first()).toBeVisible()

  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByRole('status')).toContainText('sont de nouveau comptées')
  await reader.reload()
  await expect(ledger).toContainText('140 sont comptées. Aucune n’est mise à l’écart.')
})

test('without JavaScript and by keyboard: dismissed, and taken back', async ({ asStaff }) => {
  const survey = await stuffed()
  const { context } = await asStaff('moderator', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/moderation/integrite?survey=${survey.view.slug}`)
  await page.getByRole('button', { name: 'Laisser dans les résultats' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('restent dans les résultats')
  await page.getByRole('button', { name: 'Annuler' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('de nouveau à traiter')
  await expect(page.getByRole('button', { name: 'Mettre à l’écart' })).toBeVisible()
})

test('an admin lets a rule act by itself in one consultation; a moderator may not', async ({ asStaff }) => {
  const survey = await stuffed()
  const address = `/moderation/integrite?survey=${survey.view.slug}`
  const moderator = await (await asStaff('moderator')).context.newPage()
  await moderator.goto(address)
  await expect(moderator.getByRole('button', { name: 'Passer en automatique' })).toHaveCount(0)
  const admin = await (await asStaff('admin')).context.newPage()
  await admin.goto(address)
  await admin.getByRole('button', { name: 'Réponses sans formulaire : Passer en automatique' }).click()
  await expect(admin.getByRole('status')).toContainText('enregistré')
  await admin.getByRole('button', { name: 'Chercher maintenant' }).click()
  await expect(admin.getByText('Mises à l’écart', { exact: true })).toBeVisible()
  await admin.getByText(/^Historique/).click()
  await expect(admin.getByText(/par la règle/).first()).toBeVisible()
})
