import { randomUUID } from 'node:crypto'
import { fetchPage } from '../../lib/articles/commands/fetch'
import { pollOneFeed } from '../../lib/surveys/commands/poll-feeds'
import { newsAddress } from '../fixtures/news-site'
import { expect, test } from '../fixtures/staff'

test('a home page leads to its feed, and the desk says what became of each entry', async ({ asStaff }) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  const own = randomUUID()
  const feed = newsAddress('/flux.xml', own)
  await page.goto('/redaction/flux')
  await page.getByLabel(/Adresse du flux/).fill(newsAddress('/', own))
  await page.getByRole('button', { name: 'Suivre ce flux' }).click()
  await expect(page.getByText(`Cette page annonce un flux : ${feed} est maintenant suivi.`)).toBeVisible()
  await expect(page.getByLabel(/Adresse du flux/)).toHaveValue('')
  const section = page.getByRole('article').filter({ hasText: own })
  await expect(section).toContainText(/Première lecture dans la minute|Lu le/)

  // The server polls within a minute; the test does not wait for it, and either of them reads an entry once.
  const origins = [process.env.AVIS_NEWS_SITE ?? '']
  const poll = () => pollOneFeed((url, options) => fetchPage(url, { ...options, ports: [80], origins }))
  while ((await poll()) !== undefined);
  await expect(async () => {
    await page.reload()
    await expect(section).toContainText('1 brouillon', { timeout: 1_000 })
  }).toPass()
  await expect(section).toContainText('3 entrées annoncées')
  await expect(section).toContainText('2 pages à réessayer')
  await section.getByText('Les 2 dernières entrées qui n’ont pas pu être lues').click()
  await expect(section.getByText('Ce site est indisponible pour le moment.')).toBeVisible()
  await expect(section.getByText('Ce site demande de prouver que l’on n’est pas un robot.')).toBeVisible()
  await expect(section.getByText(/Une tentative\. · nouvelle tentative/)).toHaveCount(2)
  await section.getByRole('button', { name: 'Réessayer' }).click()
  await expect(section.getByText(/nouvelle tentative/)).toHaveCount(2)
  await section.getByRole('button', { name: 'Ne plus suivre' }).click()
  await expect(section).toHaveCount(0)
})
