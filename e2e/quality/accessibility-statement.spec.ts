import type { Page } from '@playwright/test'
import { conformity, testResult } from '../../lib/operations/accessibility'
import { pagesOfNext } from '../fixtures/access-matrix/list-routes'
import { PLACES } from '../fixtures/pages'
import { expect, test } from '../fixtures/staff'

/** They have no route of their own in app/: the door's frame, and what is answered for any address. */
const WITHOUT_ROUTE = ['/embed/[slug]', 'not found', 'forbidden']

test('every page is in the table, and nothing else is', () => {
  expect(Object.keys(PLACES).sort()).toEqual([...pagesOfNext(), ...WITHOUT_ROUTE].sort())
})

test('the statement says what came of the tests, and of no page that is not there', async ({ page }) => {
  const { checks, pages } = testResult()
  expect(pages.map(({ route }) => route).filter((route) => !(route in PLACES))).toEqual([])
  await page.goto('/')
  const { state, share, counts } = conformity()
  const named = { full: 'totalement conforme', partial: 'partiellement conforme', none: 'non conforme' }[
    state
  ]
  await page.getByRole('contentinfo').getByRole('link', { name: named }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibilité')
  const main = page.getByRole('main')
  await expect(main).toContainText(new RegExp(`soit ${share}\\s%`))
  await expect(main).toContainText(
    new RegExp(`${String(checks).replace(/\B(?=(\d{3})+$)/g, '\\s')} vérification`),
  )
  await expect(main.getByRole('listitem').filter({ hasText: /^7\.1 / })).toHaveCount(1)
  await page.getByText('Voir chaque critère').click()
  await expect(main.getByRole('row').filter({ hasText: 'pas encore vérifié' })).toHaveCount(counts.unchecked)
})

test('the site map leads to every page that has one address', async ({ page, asStaff }) => {
  const linked = async (own: Page) => {
    await own.goto('/plan')
    const links = own.getByRole('main').getByRole('link')
    return links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
  }
  const ofStaff = /^\/(?:redaction|moderation|administration)(?:\/|$)/
  const single = pagesOfNext().filter((route) => !route.includes('[') && route !== '/plan')
  const forReaders = await linked(page)
  expect(single.filter((route) => !ofStaff.test(route) && !forReaders.includes(route))).toEqual([])
  expect(forReaders.filter((route) => ofStaff.test(route))).toEqual([])
  const { context } = await asStaff('admin')
  const forAdmins = await linked(await context.newPage())
  expect(single.filter((route) => route !== '/connexion' && !forAdmins.includes(route))).toEqual([])
  const { context: moderators } = await asStaff('moderator')
  const opened = await linked(await moderators.newPage())
  expect(opened.filter((route) => /^\/(?:redaction|administration$)/.test(route))).toEqual([])
  expect(opened).toContain('/moderation')
})
