import { verifyBundle } from '../lib/exports/commands/verify'
import { clean } from './fixtures/clean'
import { expect, test } from './fixtures/staff'

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
  await clean(page)
  const [bundle] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger le ZIP' }).click(),
  ])
  expect(bundle.suggestedFilename()).toBe(`avis-${slug}.zip`)
  expect(await verifyBundle(await bundle.path())).toEqual([])
  await page.getByLabel('Format').selectOption('CSV pour Excel en français')
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger' }).click(),
  ])
  expect(table.suggestedFilename()).toBe(`avis-${slug}-ballots.csv`)
})
