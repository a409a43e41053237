import type { Page } from 'playwright'
import { catalogueOf } from '../../../lib/platform/i18n/messages'
import { take } from './camera'
import { CONTENT, type Language } from './content'

/** Takes the pictures of a reader who answers and writes: the form, and the response. Returns the receipt. */
export async function shootAnswering(page: Page, language: Language): Promise<string> {
  const { ballot } = catalogueOf(language)
  const { slug, own, aspects, stances } = CONTENT[language]
  await page.goto(`/consultations/${slug}`)
  await page.getByRole('textbox').fill(own)
  for (const [index, aspect] of aspects.entries())
    await page
      .getByRole('group', { name: new RegExp(`^${aspect}$`, 'i') })
      .getByLabel(stances[index] ?? '', { exact: true })
      .check()
  const send = page.getByRole('button', { name: ballot.send })
  await take(page, `${language}/answer`, { to: page.locator('form', { has: send }).first() })
  await send.click()
  const receipt = page.getByTestId('receipt')
  await receipt.waitFor()
  const thanks = page.locator('#merci')
  const change = page.getByRole('button', { name: ballot.withdraw })
  await take(page, `${language}/receipt`, { from: thanks, to: change })
  return (await receipt.textContent()) ?? ''
}

/** Locates the last part of the picture of results: the judgements together. */
const together = (page: Page) => page.locator('section[aria-labelledby^=joint-]').first()

/** Takes the pictures of the results, and of a number as it is quoted. */
export async function shootResults(page: Page, language: Language) {
  const { results } = catalogueOf(language)
  await page.goto(`/consultations/${CONTENT[language].slug}/resultats`)
  await take(page, `${language}/results`, { from: page.locator('#resultats'), to: together(page) })
  await page.getByRole('button', { name: results.cite }).click()
  await page.waitForURL(/#citation$/)
  await take(page, `${language}/citation`, { from: page.locator('#citation'), to: page.locator('#citation') })
}

/** Takes the picture of a reader who finds the outcome of their text. */
export async function shootStatement(page: Page, language: Language, code: string) {
  const { receipt, comments } = catalogueOf(language)
  await page.goto('/recu')
  await page.getByLabel(receipt.label).fill(code)
  await page.getByRole('button', { name: receipt.find }).click()
  await page.getByRole('heading', { name: comments.own.title }).waitFor()
  const [from, own] = [page.locator('h2').first(), page.locator('article[data-state]').first()]
  await take(page, `${language}/statement`, { from, to: own })
}

/** Takes the pictures of the demo, for the first page of the repository: its form and its results. */
export async function shootDemo(page: Page, slug: string) {
  await page.goto(`/consultations/${slug}`)
  const send = page.getByRole('button', { name: catalogueOf('fr').ballot.send })
  await take(page, 'consultation', { to: page.locator('form', { has: send }).first() })
  await page.goto(`/consultations/${slug}/resultats`)
  await take(page, 'resultats', { to: together(page) })
}
