import type { Page } from 'playwright'
import { catalogueOf } from '../../../lib/platform/i18n/messages'
import { take } from './camera'
import { CONTENT, type Language } from './content'

/** Takes the picture of the team, as an admin sees it. */
export async function shootTeam(page: Page, language: Language) {
  const { administration } = catalogueOf(language)
  await page.goto('/administration')
  const [from, to] = [page.locator('h1'), page.getByRole('button', { name: administration.inviteSubmit })]
  await take(page, `${language}/team`, { from, to })
}

/** Takes the pictures of the moderators' desk, and of the choices at a rejection. */
export async function shootModeration(page: Page, language: Language) {
  const { moderation } = catalogueOf(language)
  await page.goto(`/moderation?survey=${CONTENT[language].slug}`)
  await page.locator('article mark').waitFor()
  await page.getByText(moderation.loading).waitFor({ state: 'hidden' })
  await take(page, `${language}/moderation`, {
    to: page.getByRole('button', { name: moderation.help.title }),
  })
  await page.keyboard.press('r')
  const panel = page.locator('section', { has: page.getByLabel(moderation.note) }).last()
  await panel.waitFor()
  await take(page, `${language}/rejection`, { from: panel, to: panel })
}

/** Takes the pictures of an article's import, and of the draft that results. */
export async function shootBringingIn(page: Page, language: Language) {
  const { bringIn, review } = catalogueOf(language).desk
  const { pasted, source } = CONTENT[language]
  await page.goto('/redaction/nouveau')
  await page.getByLabel(bringIn.text).fill(pasted)
  await page.getByLabel(bringIn.source).fill(source)
  const find = page.getByRole('button', { name: bringIn.analyse })
  await take(page, `${language}/bring-in`, { to: find })
  await find.click()
  await page.getByRole('heading', { name: review.pasted }).waitFor()
  await take(page, `${language}/review`)
  const question = page.getByRole('group', { name: review.questionNumber.replace('{number}', '2') })
  const drop = question.getByRole('button', { name: review.drop })
  await take(page, `${language}/questions`, { from: question, to: drop })
}

/** Takes the pictures of what only editors see of the results, and of the files they download. */
export async function shootFigures(page: Page, language: Language) {
  const { exports } = catalogueOf(language).desk
  const { slug } = CONTENT[language]
  await page.goto(`/redaction/${slug}/resultats`)
  const sections = page.locator('section')
  const crossing = sections.filter({ has: page.locator('#croisement') })
  await take(page, `${language}/analysis`, { from: crossing, to: crossing })
  await page.goto(`/redaction/${slug}/exports`)
  await page.getByRole('button', { name: exports.bundle }).click()
  await page.getByRole('link', { name: exports.get }).waitFor()
  const files = sections.filter({ has: page.locator('#fichiers') })
  await take(page, `${language}/exports`, { from: page.locator('h1'), to: files })
}
