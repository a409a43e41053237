import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { ARTICLE } from '../fixtures/desk'
import { expect, test } from '../fixtures/staff'

/** Fills the import as if the article had been fetched from `address`, and sends it. */
async function bringInFrom(page: Page, address: string) {
  await page.goto('/redaction/nouveau')
  await page.getByLabel('Texte de l’article').fill(ARTICLE)
  await page.locator('input[name="sourceUrl"]').evaluate((field, value) => {
    if (field instanceof HTMLInputElement) field.value = value
  }, address)
  await page.getByRole('button', { name: 'Trouver les questions' }).click()
}

test('an article that is here already leads to its draft, and is brought in again where the editor insists', async ({
  asStaff,
}) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  const path = `journal.example/${randomUUID()}`
  const heading = page.getByRole('heading', { name: 'L’article collé' })
  await bringInFrom(page, `https://${path}`)
  await expect(heading).toBeVisible()
  const draft = new URL(page.url()).pathname

  await bringInFrom(page, `http://www.${path}/?utm_source=rss`)
  const alert = page.getByRole('alert').filter({ hasText: 'Cet article a déjà un brouillon' })
  await expect(alert.getByRole('link')).toHaveAttribute('href', draft)
  await expect(page.getByLabel('Texte de l’article')).toHaveValue(ARTICLE)
  await alert.getByRole('button', { name: 'Créer quand même un autre brouillon' }).click()
  await expect(heading).toBeVisible()
  expect(new URL(page.url()).pathname).not.toBe(draft)
})
