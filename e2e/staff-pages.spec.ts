import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { db } from '../lib/db'
import { makeLink } from '../lib/staff/commands/links'
import { ROLES, type Role } from '../lib/staff/rules/roles'
import { clean } from './fixtures/clean'
import { expect, test } from './fixtures/staff'

/** Who may open the staff pages; a page of nobody's here is a test that is missing. */
const OPEN_TO: Record<string, Role> = {
  '/administration': 'admin',
  '/administration/charte': 'admin',
  '/administration/mots': 'admin',
  '/administration/compte': 'moderator',
  '/administration/compte/second-facteur': 'moderator',
  '/administration/compte/jetons': 'editor',
  '/moderation': 'moderator',
  '/moderation/integrite': 'moderator',
  '/redaction': 'editor',
  '/redaction/nouveau': 'editor',
  '/redaction/flux': 'editor',
  '/redaction/[slug]': 'editor',
  '/redaction/[slug]/exports': 'editor',
  '/redaction/[slug]/resultats': 'editor',
  '/redaction/[slug]/resultats/comparer': 'editor',
}
const OPEN_TO_ALL = ['/connexion', '/invitation/[token]']
const DEMO_SLUG = 'meta-investissement-ia-2025'

test('every staff page answers nobody and each role with the status it should', async ({
  request,
  asStaff,
}) => {
  const folder = path.join(import.meta.dirname, '..', 'app', '(staff)')
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /page\.tsx$/.test(file))
    .map((file) => `/${path.dirname(file)}`)
    .filter((page) => !OPEN_TO_ALL.includes(page))
  expect(pages.filter((page) => !(page in OPEN_TO))).toEqual([])
  const addresses = pages.map((page) => ({ page, address: page.replace('[slug]', DEMO_SLUG) }))
  for (const { address } of addresses) {
    const answer = await request.get(address, { maxRedirects: 0 })
    const to = `/connexion?vers=${encodeURIComponent(address)}`
    expect([address, answer.status(), answer.headers().location]).toEqual([address, 307, to])
  }
  for (const role of ROLES) {
    const { context } = await asStaff(role)
    for (const { page, address } of addresses) {
      const allowed = ROLES.indexOf(role) >= ROLES.indexOf(OPEN_TO[page] ?? 'admin')
      const answer = await context.request.get(address, { maxRedirects: 0 })
      expect([role, address, answer.status()]).toEqual([role, address, allowed ? 200 : 403])
    }
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })

      test('staff pages pass axe, and nothing scrolls sideways', async ({ page, asStaff }) => {
        const check = async (one: Page) => {
          await clean(one)
          const overflow = await one.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect([one.url(), overflow]).toEqual([one.url(), 0])
        }
        const [admin, moderator] = [await asStaff('admin'), await asStaff('moderator')]
        const token = await makeLink(db(), moderator.identity.id)
        for (const path of [
          '/connexion',
          '/connexion?refus=inconnu',
          '/invitation/rien',
          `/invitation/${token}`,
        ]) {
          await page.goto(path)
          await check(page)
        }
        await page.getByLabel('Mot de passe').fill('court')
        await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
        await expect(page.getByRole('alert').filter({ hasText: 'À corriger' })).toBeVisible()
        await check(page)
        const own = await admin.context.newPage()
        for (const path of [
          '/administration/compte',
          '/administration/compte/second-facteur',
          '/administration/compte/jetons',
          '/administration/charte',
          '/administration/mots',
          '/administration',
        ]) {
          await own.goto(path)
          await check(own)
        }
        await own.getByLabel('Nom', { exact: true }).fill('Édith Martin')
        const email = `edith-${colorScheme}-${width}@journal.example`
        await own.getByLabel('Adresse e-mail').fill(email)
        await own.getByRole('button', { name: 'Créer le lien d’invitation' }).click()
        await expect(own.getByTestId('link')).toBeVisible()
        await own.getByRole('listitem').filter({ hasText: email }).locator('summary').click()
        await check(own)
        const shut = await moderator.context.newPage()
        await shut.goto('/administration')
        await check(shut)
      })
    })
  }
}
