import type { Page } from '@playwright/test'
import { db } from '../lib/db'
import { makeLink } from '../lib/staff/commands/links'
import { clean } from './fixtures/clean'
import { expect, test } from './fixtures/staff'

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
