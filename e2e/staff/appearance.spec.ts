/** What an admin makes of the site's name, accent and logo, and where readers see it. One test after the other: there is one site. */
import type { Page } from '@playwright/test'
import { toPng } from '../../lib/platform/images/png'
import { clean } from '../fixtures/checks/axe'
import { expect, test } from '../fixtures/own-server-test'
import { HOSTILE_NAME } from '../fixtures/payloads'
import { look, watchPayloads } from '../fixtures/watch-payloads'

const PAGE = '/administration/apparence'
// A test's own browser calls itself headless, and robots are sent no copy of a page.
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

test.describe.configure({ mode: 'serial' })

const png = async () => ({
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    await toPng(
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><circle cx="10" cy="10" r="9"/></svg>',
    ),
  ),
})
const accent = (page: Page) => page.getByLabel('Couleur d’accent', { exact: true })
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()

test('an admin names the site and chooses a colour that can be read: readers see both everywhere', async ({
  asStaff,
  page,
  survey,
}) => {
  const { slug } = await survey({ resultsVisibility: 'always' })
  const address = `/consultations/${slug}`
  const copy = async () => (await page.request.get(address, { headers: { 'user-agent': CHROME } })).text()
  const card = async () => (await page.request.get(`${address}/opengraph-image`)).body()
  const [before, drawn] = [await copy(), await card()]
  expect(before).not.toContain('/api/v1/look/')

  const { context } = await asStaff('admin')
  const [desk, other] = [await context.newPage(), await context.newPage()]
  await other.goto(PAGE)
  await desk.goto('/administration')
  await desk.getByRole('link', { name: 'Apparence' }).click()
  await desk.getByLabel('Nom du site').fill('La Gazette : les lecteurs')
  await accent(desk).fill('#ffd400')
  await expect(desk.getByText('La couleur la plus proche qui convienne est #826b06.')).toBeVisible()
  const where = desk.getByRole('table', { name: 'Contrastes sur les pages claires' })
  await expect(where.getByRole('row', { name: /Texte d’un bouton/ })).toContainText(
    /insuffisant, il faut 4,5\s: il manque 3,0\d/,
  )
  await save(desk)
  await expect(desk.getByRole('alert').filter({ hasText: 'ne se détache pas assez' })).toBeVisible()
  await expect(desk.getByLabel('Nom du site')).toHaveValue('La Gazette : les lecteurs')
  await expect(accent(desk)).toHaveValue('#ffd400')
  await desk.getByRole('button', { name: 'Utiliser #826b06' }).click()
  await expect(where).not.toContainText('il manque')
  await save(desk)
  await expect(desk.getByRole('status').filter({ hasText: 'toutes les pages sont à jour' })).toBeFocused()

  const logo = desk.getByLabel('Fichier du logo')
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') })
  await desk.getByRole('button', { name: 'Utiliser ce logo' }).click()
  await expect(desk.getByRole('alert').filter({ hasText: 'n’est pas un PNG' })).toBeVisible()
  await logo.setInputFiles(await png())
  await desk.getByRole('button', { name: 'Utiliser ce logo' }).click()
  await expect(desk.getByText('Le logo est en place')).toBeVisible()
  await expect(desk.getByRole('table', { name: 'Changements' })).toContainText('Adam Administrateur')

  await other.getByLabel('Nom du site').fill('Autre nom')
  await save(other)
  await expect(other.getByText('L’autre personne a enregistré')).toContainText('#826b06')
  await expect(other.getByLabel('Nom du site')).toHaveValue('Autre nom')

  expect(await copy()).toContain('/api/v1/look/826b06-')
  await page.goto(address)
  await expect(page).toHaveTitle(/— La Gazette : les lecteurs$/)
  const shown = page.getByRole('banner').getByRole('img', { name: 'La Gazette : les lecteurs' })
  await expect(shown).toBeVisible()
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: 'Envoyer ma réponse' })).toHaveCSS(
    'background-color',
    'rgb(130, 107, 6)',
  )
  await clean(page)
  await page.goto(`/embed/${slug}`)
  await expect(page.getByText('La Gazette : les lecteurs · Consultation des lecteurs')).toHaveCSS(
    'color',
    'rgb(130, 107, 6)',
  )
  expect((await card()).equals(drawn)).toBe(false)
})

test('without JavaScript a colour is refused with the same words, and name and logo are changed', async ({
  asStaff,
}) => {
  const { context } = await asStaff('admin', { javaScriptEnabled: false })
  const desk = await context.newPage()
  await desk.goto(PAGE)
  await desk.getByLabel('Nom du site').fill('Le Soir')
  await desk.getByLabel('Couleur d’accent des pages sombres', { exact: true }).fill('#333')
  await save(desk)
  await expect(desk.getByRole('alert')).toContainText('des pages sombres ne s’y détache pas assez')
  await expect(desk.getByText(/La couleur la plus proche qui convienne est #\w{6}/)).toBeVisible()
  await expect(desk.getByLabel('Nom du site')).toHaveValue('Le Soir')
  await desk.getByLabel('Couleur d’accent des pages sombres', { exact: true }).fill('')
  await save(desk)
  await expect(desk.getByText('toutes les pages sont à jour')).toBeVisible()
  await desk.getByRole('button', { name: 'Retirer le logo' }).click()
  await expect(desk.getByText('le nom reprend sa place')).toBeVisible()
  await expect(desk.getByRole('banner').getByRole('link', { name: 'Le Soir', exact: true })).toBeVisible()
  const heavy = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(3_000_000, 1) }
  await desk.getByLabel('Fichier du logo').setInputFiles(heavy)
  await desk.getByRole('button', { name: 'Utiliser ce logo' }).click()
  await expect(desk.getByText('L’envoi est trop volumineux')).toBeVisible()
  await desk.goto(PAGE)
  await desk.getByLabel('Fichier du logo').setInputFiles(await png())
  await desk.getByRole('button', { name: 'Utiliser ce logo' }).click()
  await expect(desk.getByRole('banner').getByRole('img', { name: 'Le Soir' })).toBeVisible()
})

test('nothing that the site is called runs anywhere', async ({ asStaff, page, context, survey }) => {
  const { slug } = await survey({ resultsVisibility: 'always' })
  const noted: string[] = []
  const admin = await asStaff('admin')
  await Promise.all([watchPayloads(context, noted), watchPayloads(admin.context, noted)])
  const desk = await admin.context.newPage()
  await desk.goto(PAGE)
  await desk.getByLabel('Nom du site').fill(HOSTILE_NAME)
  await save(desk)
  await expect(desk.getByText('toutes les pages sont à jour')).toBeVisible()
  expect(await (await page.request.get('/rien')).text()).toContain('onerror=__xss')
  const addresses = [`/consultations/${slug}`, `/embed/${slug}`, '/rien', '/consultations/rien']
  for (const address of addresses) await look(page, address, noted)
  for (const address of [PAGE, '/administration/compte/second-facteur']) await look(desk, address, noted)
  expect((await page.request.get(`/consultations/${slug}/opengraph-image`)).status()).toBe(200)
  expect(noted).toEqual([])
})
