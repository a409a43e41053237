import type { Page } from '@playwright/test'
import { newReaderId, pseudonymOf } from '../../lib/readers/rules/identity'
import { MIN_FOR_SHARES } from '../../lib/surveys/rules/figures'
import { storedSurvey } from '../../scripts/testing/surveys'
import { analysed, answerEvenly } from '../fixtures/analysed-survey'
import { castBallot } from '../fixtures/cast-in-process'
import { expect, test } from '../fixtures/staff'

/** The numbers of each line of a table, in words as they are shown. */
const linesOf = (page: Page, name: string) =>
  page
    .locator(`[data-picture="${name}"] tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')))

/** Parses the file as strictly as a browser opens it, and gives its words. */
async function wordsOf(page: Page, svg: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    if (parsed.querySelector('parsererror')) throw new Error(parsed.documentElement.textContent ?? '')
    return {
      root: parsed.documentElement.tagName,
      foreign: parsed.querySelectorAll('img, script, foreignObject, image, a').length,
      said: [...parsed.querySelectorAll('text')].map((one) => one.textContent ?? ''),
      titles: [...parsed.querySelectorAll('g title')].map((one) => one.textContent ?? ''),
    }
  }, svg)
}

const FILES = ['cours', 'croisement', 'parcours', 'provenance', 'textes']

test('an editor reads results in detail, and takes pictures that say what their tables say', async ({
  asStaff,
}) => {
  const survey = await analysed()
  const { slug } = survey.view
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/redaction/${slug}`)
  await page.getByRole('link', { name: 'Résultats en détail' }).click()
  await expect(page.getByRole('heading', { name: 'Résultats en détail' })).toBeVisible()
  await expect(page.getByText(/Relevé n°\s60, arrêté au/)).toBeVisible()
  await page.getByLabel('Question en lignes').selectOption({ label: 'Êtes-vous pour ou contre ?' })
  await page.getByLabel('Question en colonnes').selectOption({ label: 'Votre confiance, de 1 à 3 ?' })
  await page.getByRole('button', { name: 'Afficher' }).click()
  await expect(page).toHaveURL(/a=q\d+&b=q\d+#croisement/)
  expect(await linesOf(page, 'croisement')).toEqual([
    ['Réponse', '1', '2', '3', 'Total'],
    ['Pour', '50\u202f% (10)', '50\u202f% (10)', '0\u202f% (0)', '20'],
    [expect.stringContaining('<img src=x'), '50\u202f% (10)', '50\u202f% (10)', '0\u202f% (0)', '20'],
    ['Sans avis', '50\u202f% (10)', '50\u202f% (10)', '0\u202f% (0)', '20'],
    ['Ensemble', '50\u202f% (30)', '50\u202f% (30)', '0\u202f% (0)', '60'],
  ])
  expect((await linesOf(page, 'parcours')).at(-1)).toEqual([
    'Total',
    '240',
    '42\u202f% (100)',
    '25\u202f% (60)',
  ])
  expect((await linesOf(page, 'textes')).at(-1)).toEqual(['Tous les textes', '10', '0', '0', '10'])
  expect((await linesOf(page, 'cours')).at(-1)?.slice(0, 2)).toEqual(['Total', '60'])

  const query = new URL(page.url()).search
  for (const name of FILES) {
    const svg = await context.request.get(`/redaction/${slug}/resultats/graphiques/${name}.svg${query}`)
    expect(svg.headers()).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="avis-${slug}-${name}.svg"`,
    })
    const { root, foreign, said } = await wordsOf(page, await svg.text())
    expect([root, foreign]).toEqual(['svg', 0])
    expect(said.join(' ')).toMatch(/Répond qui veut/)
    expect(said.join(' ')).toContain('L’été d’après')
    if (name !== 'textes') expect(said.join(' ')).toMatch(/Relevé n°\s60, arrêté au/)
    const png = await context.request.get(`/redaction/${slug}/resultats/graphiques/${name}.png${query}`)
    const bytes = await png.body()
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
    expect(bytes.readUInt32BE(16)).toBe(1_600)
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(400)
  }
  const drawn = await context.request.get(`/redaction/${slug}/resultats/graphiques/croisement.svg${query}`)
  const { titles } = await wordsOf(page, await drawn.text())
  expect(titles).toContain('Pour\u202f: 1, 50\u202f% (10)')
  expect(titles).toHaveLength(6)
  const hours = await context.request.get(`/redaction/${slug}/resultats/graphiques/cours.svg${query}`)
  const shown = (await wordsOf(page, await hours.text())).titles.map((title) => /: (\d+) r/.exec(title)?.[1])
  expect(shown).toEqual(
    (await linesOf(page, 'cours')).slice(1, -1).map(([, count]) => (count === '0' ? undefined : count)),
  )
  await expect(page).toHaveTitle(/Résultats en détail/)
})

test('shares are not shown of fewer answers than the public page needs for them', async ({ asStaff }) => {
  const survey = await storedSurvey()
  const single = survey.view.questions.find(({ kind }) => kind === 'single')
  if (!single) throw new Error('no question to answer')
  for (let index = 0; index < MIN_FOR_SHARES - 1; index++)
    await castBallot(survey, pseudonymOf(survey.readerKey, newReaderId()), [
      { question: single, options: single.options.slice(0, 1) },
    ])
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/redaction/${survey.view.slug}/resultats`)
  await expect(page.locator('[data-picture="provenance"]')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('%')
})

test('two consultations are compared, what they share and how fast they went', async ({ asStaff }) => {
  const [survey, other] = [await analysed(), await analysed()]
  const lonely = await storedSurvey({ questions: [{ kind: 'open', prompt: 'Une tout autre question ?' }] })
  await answerEvenly(other, 30)
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/redaction/${survey.view.slug}/resultats/comparer?avec=${other.view.slug}`)
  const lines = await linesOf(page, 'comparaison')
  expect(lines[1]).toEqual(['Êtes-vous pour ou contre\u202f?'])
  expect(lines[2]).toEqual(['Pour', '50\u202f% (20)', '50\u202f% (30)'])
  expect((await linesOf(page, 'comparaison-cours')).at(-1)).toEqual(['Total', '60', '90'])
  for (const name of ['comparaison', 'comparaison-cours']) {
    const address = `/redaction/${survey.view.slug}/resultats/graphiques/${name}.svg?avec=${other.view.slug}`
    const { said } = await wordsOf(page, await (await context.request.get(address)).text())
    expect(said.join(' ')).toContain('60 réponses et 90 réponses')
    expect(said.join(' ')).toMatch(/Relevé n°\s60.*Relevé n°\s90/)
  }
  await page.goto(`/redaction/${survey.view.slug}/resultats/comparer?avec=${lonely.view.slug}`)
  await expect(page.getByText('aucune question à choix en commun')).toBeVisible()
  await page.goto(`/redaction/${survey.view.slug}/resultats/comparer?avec=rien-de-tel`)
  await expect(page.getByText('n’existe pas ou n’est pas encore ouverte')).toBeVisible()
})

test('nobody below an editor gets the page or a picture, and a wrong address is not found', async ({
  asStaff,
  page,
  survey,
}) => {
  const { slug } = await survey()
  const paths = ['resultats', 'resultats/comparer', 'resultats/graphiques/cours.svg'].map(
    (rest) => `/redaction/${slug}/${rest}`,
  )
  const moderator = (await asStaff('moderator')).context
  const editor = (await asStaff('editor')).context
  for (const path of paths) {
    expect([path, (await moderator.request.get(path)).status()]).toEqual([path, 403])
    const away = await page.request.get(path, { maxRedirects: 0 })
    expect([path, away.status()]).toEqual([path, 307])
    expect(away.headers().location).toContain('/connexion')
  }
  for (const file of ['rien.svg', 'cours.gif', 'cours', 'comparaison.svg', 'cours.svg.png'])
    expect([
      file,
      (await editor.request.get(`/redaction/${slug}/resultats/graphiques/${file}`)).status(),
    ]).toEqual([file, 404])
  expect((await editor.request.get('/redaction/rien-de-tel/resultats')).status()).toBe(404)
})
