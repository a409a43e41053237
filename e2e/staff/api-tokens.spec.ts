import { db } from '../../lib/platform/db/client'
import { hashPassword } from '../../lib/staff/commands/passwords'
import { PASSWORD } from '../../scripts/testing/staff'
import { expect, test } from '../fixtures/staff'

const PAGE = '/administration/compte/jetons'

test('an editor makes a token, a program uses it, and it ends when revoked', async ({
  asStaff,
  survey,
  request,
}) => {
  const { slug } = await survey()
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto('/administration/compte')
  await page.getByRole('link', { name: 'Jetons d’API pour vos programmes' }).click()
  await expect(page.getByText('Aucun jeton.')).toBeVisible()

  // Nothing typed is lost when something is missing.
  await page.getByLabel('Nom').fill('Tableau de bord')
  await page.getByLabel('Lire la liste des exports').uncheck()
  await page.getByRole('button', { name: 'Créer le jeton' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Choisissez au moins une autorisation' }),
  ).toBeVisible()
  await expect(page.getByLabel('Nom')).toHaveValue('Tableau de bord')

  await page.getByLabel('Lire la liste des exports').check()
  await page.getByLabel('Demander et annuler').check()
  await page.getByLabel('Durée').selectOption('90 jours')
  await page.getByRole('button', { name: 'Créer le jeton' }).click()
  const shown = page.getByTestId('token')
  await expect(shown).toHaveText(/^avis_/)
  const headers = { authorization: `Bearer ${await shown.textContent()}` }

  const address = `/api/v1/surveys/${slug}/exports`
  const asked = await request.post(address, { headers, data: { format: 'csv' } })
  expect(asked.status()).toBe(202)
  const { id } = await asked.json()
  await expect(async () => {
    const job = await (await request.get(`${address}/${id}`, { headers })).json()
    expect(job.state).toBe('ready')
  }).toPass()
  const file = await request.get(`${address}/${id}/file`, { headers: { ...headers, range: 'bytes=0-2' } })
  expect([file.status(), await file.text()]).toEqual([206, 'row'])

  await page.reload()
  await expect(page.getByTestId('token')).toHaveCount(0)
  const own = page.getByRole('listitem').filter({ hasText: 'Tableau de bord' })
  await expect(own).toContainText('utilisé le')
  await own.getByRole('button', { name: 'Révoquer le jeton Tableau de bord' }).click()
  await expect(page.getByRole('status')).toContainText('ne donne plus aucun accès')
  expect((await request.get(address, { headers })).status()).toBe(404)
})

test('a token is made without JavaScript', async ({ asStaff }) => {
  const { context } = await asStaff('editor', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(PAGE)
  await page.getByLabel('Nom').fill('Script du lundi')
  await page.getByRole('button', { name: 'Créer le jeton' }).click()
  await expect(page.getByTestId('token')).toHaveText(/^avis_/)
})

test('after a change of password the page shows the tokens that still work, and ends them', async ({
  asStaff,
  request,
  survey,
}) => {
  const { slug } = await survey()
  const { context, identity } = await asStaff('editor')
  await db().staffAccount.update({
    where: { id: identity.id },
    data: { passwordHash: await hashPassword(PASSWORD) },
  })
  const page = await context.newPage()
  await page.goto(PAGE)
  await page.getByLabel('Nom').fill('Tableau de bord')
  await page.getByRole('button', { name: 'Créer le jeton' }).click()
  const headers = { authorization: `Bearer ${await page.getByTestId('token').textContent()}` }
  const ask = () => request.get(`/api/v1/surveys/${slug}/exports`, { headers })
  expect((await ask()).status()).toBe(200)

  await page.goto('/administration/compte')
  await expect(page.getByRole('heading', { name: 'Vos jetons restent valables' })).toHaveCount(0)
  await page.getByLabel('Mot de passe actuel').fill(PASSWORD)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('une toute autre phrase')
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByRole('heading', { name: 'Vos jetons restent valables' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Tableau de bord' })).toBeVisible()
  expect((await ask()).status()).toBe(200)
  await page.getByRole('button', { name: 'Révoquer tous mes jetons' }).click()
  await expect(page.getByRole('status')).toContainText('Tous vos jetons ont été révoqués')
  expect((await ask()).status()).toBe(404)
})
