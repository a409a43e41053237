import { execFileSync } from 'node:child_process'
import { expect, test } from './fixtures/test'

const comments = (...given: string[]) =>
  execFileSync(process.execPath, ['scripts/run.mjs', 'comments', ...given], { encoding: 'utf8' })

test('a text is seen by nobody until it is published, and is never HTML', async ({ page, survey }) => {
  const { slug } = await survey()
  const text = `Un texte <img src=x onerror="throw new Error('ran')"> & plus`
  await page.goto(`/consultations/${slug}`)
  await page.getByRole('textbox').fill(text)
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByText('1 texte reçu.')).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByText('Un texte')).toHaveCount(0)

  const waiting = comments('list')
    .split('\n')
    .find((line) => line.includes(slug))
  const [id = '', revision = ''] = waiting?.split(/\s+/) ?? []
  expect(comments('publish', id, revision)).toContain('Published')
  await page.reload()
  await expect(page.getByRole('figure')).toContainText('Un texte <img src=x onerror=')

  await page.goto(`/consultations/${slug}/bulletin`)
  await page.getByRole('textbox').fill('Un autre texte, pas encore lu.')
  await page.getByRole('button', { name: 'Enregistrer la nouvelle réponse' }).click()
  await expect(page.getByText('Votre nouvelle réponse remplace l’ancienne.')).toBeVisible()
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByRole('heading', { name: 'Résultats', exact: true })).toBeVisible()
  await expect(page.getByRole('figure')).toHaveCount(0)
})
