import { expect, type Page } from '@playwright/test'
import { storedSurvey } from '../../scripts/testing/surveys'
import { test } from '../fixtures/base-test'

const PLACES = ['Au nord', 'Au sud', 'À l’est', 'À l’ouest', 'Au centre']

const randomised = () =>
  storedSurvey({
    questions: [
      {
        kind: 'single',
        prompt: 'Où bâtir la gare ?',
        randomised: true,
        options: [...PLACES.map((label) => ({ label })), { label: 'Sans avis', stance: 'abstain' }],
      },
    ],
  })

const orderOn = (page: Page) =>
  page
    .getByRole('group', { name: 'Où bâtir la gare' })
    .getByRole('radio')
    .evaluateAll((inputs) => inputs.map((input) => input.closest('label')?.textContent ?? ''))

for (const javaScriptEnabled of [true, false])
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('readers see the answers in orders of their own, and results in the order asked', async ({
      page,
    }) => {
      const { view } = await randomised()
      const address = `/consultations/${view.slug}`
      const orders = new Set<string>()
      await expect(async () => {
        await page.goto(address)
        orders.add((await orderOn(page)).join())
        expect(orders.size).toBeGreaterThan(2)
      }).toPass()
      const shown = await orderOn(page)
      expect(shown.toSorted()).toEqual([...PLACES, 'Sans avis'].toSorted())
      expect(shown.at(-1)).toBe('Sans avis')
      await page.getByLabel('Au centre', { exact: true }).check()
      await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
      const rows = page.getByRole('table').first().getByRole('rowheader')
      await expect(rows).toHaveText(PLACES)
      await page.goto(address)
      expect(await orderOn(page)).toEqual(shown)
      await expect(page.getByLabel('Au centre', { exact: true })).toBeChecked()
    })
  })
