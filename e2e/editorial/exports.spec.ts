import { verifyBundle } from '../../lib/exports/commands/verify'
import { expect, test } from '../fixtures/staff'

test('an editor takes everything home as one file that verifies, and one table for Excel', async ({
  asStaff,
  survey,
}) => {
  const { slug } = await survey()
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/redaction/${slug}`)
  await page.getByRole('link', { name: 'Exports' }).click()
  await expect(page.getByRole('heading', { name: 'Exports' })).toBeVisible()
  await expect(page.getByText('Aucun fichier demandé.')).toBeVisible()
  await page.getByRole('button', { name: 'Préparer le ZIP' }).click()
  const [bundle] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger' }).click(),
  ])
  expect(bundle.suggestedFilename()).toBe(`avis-${slug}.zip`)
  expect(await verifyBundle(await bundle.path())).toEqual([])

  for (const day of ['Du (facultatif)', 'Au (facultatif)'])
    await expect(page.getByLabel(day)).toHaveAccessibleDescription(
      /de minuit à minuit à l’heure de la rédaction \(Europe\/Paris\)/,
    )
  await page.getByLabel('Format').selectOption('CSV pour Excel en français')
  await page.getByRole('button', { name: 'Préparer le fichier' }).click()
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `avis-${slug}-ballots.csv` }).click(),
  ])
  expect(table.suggestedFilename()).toBe(`avis-${slug}-ballots.csv`)
  await page.getByRole('button', { name: 'Supprimer ZIP' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'ZIP' })).toContainText('Annulé')
})

test('a file is asked for and fetched without JavaScript', async ({ asStaff, survey }) => {
  const { slug } = await survey()
  const { context } = await asStaff('editor', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/redaction/${slug}/exports`)
  await page.getByLabel('Du (facultatif)').evaluate((field) => field.setAttribute('type', 'text'))
  await page.getByLabel('Du (facultatif)').fill('2026-02-31')
  await page.getByRole('button', { name: 'Préparer le fichier' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Format').selectOption('JSON, un objet par ligne')
  await page.getByRole('button', { name: 'Préparer le fichier' }).click()
  const link = page.getByRole('link', { name: `avis-${slug}-ballots.jsonl` })
  await expect(async () => {
    await page.reload()
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toBe(`avis-${slug}-ballots.jsonl`)
})
