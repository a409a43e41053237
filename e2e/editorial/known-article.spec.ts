import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { LAYOUTS } from '../../scripts/testing/layouts'
import { ARTICLE, save } from '../fixtures/import-article'
import { newsAddress } from '../fixtures/news-site'
import { expect, test } from '../fixtures/staff'

const text = (page: Page) => page.getByLabel('Texte de l’article')

async function read(page: Page, address: string) {
  await page.getByLabel('Adresse de l’article').fill(address)
  await page.getByRole('button', { name: 'Lire la page' }).click()
}

test('an article is read from its address, repaired, published, and led to when it is brought in again', async ({
  asStaff,
}) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  const address = newsAddress(LAYOUTS.table.path, randomUUID())
  await page.goto('/redaction/nouveau')
  // An editor copies an address as the browser shows it.
  await read(page, address)
  await expect(page.getByText('Page lue')).toBeVisible()
  await expect(page.getByLabel('Titre')).toHaveValue('Un péage à 2 € pour passer le pont')
  await expect(page.getByLabel('Source')).toHaveValue('Le Courrier de la Vanne')
  await expect(page.getByText(`Adresse conservée avec le texte : ${address}`)).toBeVisible()
  await page.getByRole('button', { name: 'Trouver les questions' }).click()

  await expect(page.locator('mark')).toHaveText([
    'Et vous, quelle solution préférez-vous ?',
    'Ne trouvez-vous pas ce tarif trop élevé ?',
  ])
  const [first, second] = [1, 2].map((n) => page.getByRole('group', { name: `Question ${n}` }))
  if (!first || !second) throw new Error('no questions')
  const abstain = first.getByLabel('Proposer « sans avis »')
  await abstain.uncheck()
  await expect(first.getByText(/^Choix proposés .*\s: le péage pour tous · .* · Sans avis$/)).toBeVisible()
  await first.getByRole('button', { name: 'Corriger les choix' }).click()
  await expect(abstain).toBeChecked()
  await second.getByRole('button', { name: 'Trouvez-vous ce tarif trop élevé ?' }).first().click()
  await expect(second.getByLabel('Question, mot pour mot')).toHaveValue('Trouvez-vous ce tarif trop élevé ?')
  await expect(second.getByRole('button', { name: /Remplacer/ })).toHaveCount(0)
  await expect(page.getByLabel('Date de parution')).toHaveValue('2026-03-14')
  const draft = new URL(page.url()).pathname
  await save(page)
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByText(/Ouverte depuis le/)).toBeVisible()
  await page.getByRole('link', { name: 'Voir la page des lecteurs' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Un péage à 2\s€ pour passer le pont/)
  await expect(page.getByRole('group', { name: /quelle solution/ }).getByRole('radio')).toHaveCount(4)

  await page.goto('/redaction/nouveau')
  // An editor who presses the next button while the page is still being read does not have to press it again.
  let goOn = () => {}
  const pressed = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/redaction/nouveau', async (route) => {
    await pressed
    await route.continue()
  })
  await read(page, address.replace('?', '?utm_source=lettre&'))
  await page.getByRole('button', { name: 'Trouver les questions' }).click()
  goOn()
  const alert = page.getByRole('alert').filter({ hasText: 'Cet article a déjà une consultation' })
  await expect(alert.getByRole('link')).toHaveAttribute('href', draft)
  await alert.getByRole('button', { name: 'Créer quand même un autre brouillon' }).click()
  await expect(page.getByRole('heading', { name: 'L’article collé' })).toBeVisible()
  expect(new URL(page.url()).pathname).not.toBe(draft)
})

test('what a page filled leaves with it, and a text keeps no address of another', async ({ asStaff }) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  const kept = page.getByText('Adresse conservée avec le texte')
  await page.goto('/redaction/nouveau')
  const address = newsAddress(LAYOUTS.list.path, randomUUID())
  await read(page, address)
  await expect(page.getByLabel('Source')).toHaveValue('Val-Matin')

  // A page that cannot be read: the editor opens it, and pastes the text of this one.
  const wall = newsAddress('/mur', randomUUID())
  await read(page, wall)
  await expect(page.getByLabel('Adresse de l’article')).toHaveAccessibleDescription(/n’est pas un robot/)
  await expect(text(page)).toHaveValue('')
  await expect(page.getByLabel('Source')).toHaveValue('')
  await expect(page.getByText('Page lue')).toHaveCount(0)
  await expect(kept).toContainText(wall)
  // Until its address is taken back.
  await page.getByLabel('Adresse de l’article').fill('')
  await expect(kept).toHaveCount(0)

  await read(page, address)
  await expect(kept).toContainText(address)
  await text(page).fill(ARTICLE)
  await expect(kept).toHaveCount(0)
  await expect(page.getByLabel('Titre')).toHaveValue('')
  await expect(page.getByLabel('Source')).toHaveValue('')
  await page.getByRole('button', { name: 'Trouver les questions' }).click()
  await expect(page.getByLabel('Adresse de l’article')).toHaveValue('')
  await expect(page.getByLabel('Date de parution')).toHaveValue('')
})
