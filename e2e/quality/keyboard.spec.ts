import type { Page } from '@playwright/test'
import { storedSurvey } from '../../scripts/testing/surveys'
import { bringIn } from '../fixtures/import-article'
import { MIXED, onText, prepared } from '../fixtures/moderation'
import { expect, storedStaff, test } from '../fixtures/staff'
import { stuffed } from '../fixtures/stuffed-survey'

/** Goes on by Tab until `name` has focus. */
async function tabTo(page: Page, role: 'button' | 'radio' | 'link' | 'textbox', name: string | RegExp) {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  for (let n = 0; n < 80; n++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return wanted
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

async function pressed(page: Page, name: string | RegExp) {
  await tabTo(page, 'button', name)
  await page.keyboard.press('Enter')
}

const QUESTION = {
  kind: 'single',
  prompt: 'Pour ou contre ?',
  options: [{ label: 'Pour' }, { label: 'Contre' }],
} as const

test('a ballot is answered by keyboard alone: arrows choose and send nothing, focus goes where the news is', async ({
  page,
}) => {
  const { view } = await storedSurvey({ questions: [{ ...QUESTION, options: [...QUESTION.options] }] })
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().endsWith('/ballot')) sent.push(request.url())
  })
  await page.goto(`/consultations/${view.slug}`)
  await pressed(page, 'Envoyer ma réponse')
  await expect(page.getByRole('alert').locator('[tabindex="-1"]')).toBeFocused()
  expect(sent).toHaveLength(1)

  await page.keyboard.press('Shift+Tab')
  await tabTo(page, 'radio', 'Pour')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Contre', { exact: true })).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('Pour', { exact: true })).toBeChecked()
  await page.keyboard.press('ArrowDown')
  expect(sent).toHaveLength(1)

  await pressed(page, 'Envoyer ma réponse')
  await expect(page.getByRole('heading', { name: 'Merci, votre réponse est comptée.' })).toBeFocused()
  expect(sent).toHaveLength(2)
  await pressed(page, 'Modifier ma réponse')
  await expect(page.getByRole('heading', { name: 'Votre avis' })).toBeFocused()
  await pressed(page, 'Retirer ma réponse')
  await expect(page.getByText(/Votre réponse a été retirée/)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Votre réponse a été retirée' })).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Votre avis' })).toBeFocused()
})

for (const path of ['/', '/recu', '/invitation/rien', '/rien'])
  test(`the first stop of ${path} leads past what every page begins with`, async ({ page }) => {
    await page.goto(path)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
    await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('header') === null)).toBe(true)
  })

test('on the moderators’ desk focus comes back from the dialog, the reasons, an undo', async ({
  asStaff,
}) => {
  const survey = await prepared(MIXED.slice(0, 2))
  const page = await (await asStaff('moderator')).context.newPage()
  await page.goto(`/moderation?survey=${survey.view.slug}`)
  await onText(page, 'Le tracé du nord')
  const text = page.getByRole('article').getByRole('heading', { level: 2 })

  const help = await tabTo(page, 'button', 'Raccourcis clavier')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  // Behind it nothing is reached.
  expect(await page.evaluate(() => !document.activeElement?.closest('main :not(dialog, dialog *)'))).toBe(
    true,
  )
  await page.keyboard.press('Escape')
  await expect(help).toBeFocused()

  await pressed(page, /^Refuser/)
  await expect(page.getByRole('button', { name: /Hors sujet/ })).toBeFocused()
  await pressed(page, 'Annuler')
  await expect(text).toBeFocused()
  await page.keyboard.press('x')
  await pressed(page, 'Tout désélectionner')
  await expect(text).toBeFocused()

  await page.keyboard.press('j')
  await onText(page, 'Tout est expliqué')
  await page.keyboard.press('p')
  await onText(page, 'Le tracé du nord')
  await page.keyboard.press('p')
  await expect(page.getByRole('status')).toContainText('Texte publié')
  await pressed(page, /^Annuler/)
  await expect(page.getByRole('status')).toContainText('Décision annulée')
  await expect(text).toBeFocused()
})

test('who does not want single keys to act turns them off, and they stay off', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 2))
  const page = await (await asStaff('moderator')).context.newPage()
  await page.goto(`/moderation?survey=${survey.view.slug}`)
  await onText(page, 'Le tracé du nord')
  await pressed(page, 'Raccourcis clavier')
  const choice = page.getByLabel('Raccourcis actifs sur cet appareil')
  await choice.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await onText(page, 'Le tracé du nord')
  await pressed(page, 'Raccourcis clavier')
  await choice.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await onText(page, 'Tout est expliqué')
})

test('what was done to an account has focus, and its undo is the next stop', async ({ asStaff }) => {
  const { email } = await storedStaff('editor')
  const page = await (await asStaff('admin')).context.newPage()
  await page.goto('/administration')
  const entry = page.getByRole('listitem').filter({ hasText: email })
  await entry.locator('summary').focus()
  await page.keyboard.press('Enter')
  await entry.getByRole('button', { name: 'Désactiver le compte' }).focus()
  await page.keyboard.press('Enter')
  const news = page.getByRole('status')
  await expect(news).toContainText('a été désactivé')
  await expect(news).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(news.getByRole('button', { name: 'Annuler' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(news).toContainText('a été réactivé')
  await expect(news).toBeFocused()
})

test('what was set aside has focus, and so has its undo', async ({ asStaff }) => {
  const survey = await stuffed()
  const page = await (await asStaff('moderator')).context.newPage()
  await page.goto(`/moderation/integrite?survey=${survey.view.slug}`)
  await page.getByLabel('Pourquoi').first().focus()
  await page.keyboard.type('Un script.')
  await pressed(page, 'Mettre à l’écart')
  const news = page.getByRole('status')
  await expect(news).toContainText('elles ne sont plus comptées')
  await expect(news).toBeFocused()
  await pressed(page, 'Annuler')
  await expect(news).toContainText('sont de nouveau comptées')
  await expect(news).toBeFocused()
})

test('an editor drops a question, puts it back and publishes, and never loses focus', async ({ asStaff }) => {
  const page = await (await asStaff('editor')).context.newPage()
  await bringIn(page)
  const second = page.getByRole('group', { name: 'Question 2' })
  await second.getByRole('button', { name: 'Retirer' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Rétablir' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Les questions' })).toBeFocused()
  await second.getByRole('button', { name: 'Monter' }).focus()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('group', { name: 'Question 1' }).getByRole('button', { name: 'Descendre' }),
  ).toBeFocused()

  await pressed(page, 'Enregistrer')
  await expect(page.getByRole('status').filter({ hasText: /Enregistré à/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enregistrer', exact: true })).toBeFocused()
  await pressed(page, 'Publier')
  await expect(page.getByText(/Ouverte depuis le/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Publication' })).toBeFocused()
})

test('a file that is ready is said aloud, and so is that it was taken back', async ({ asStaff }) => {
  const { view } = await storedSurvey()
  const page = await (await asStaff('editor')).context.newPage()
  await page.goto(`/redaction/${view.slug}/exports`)
  await page.getByRole('button', { name: 'Préparer le fichier' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Télécharger' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: view.slug })).toHaveCount(1)
  await pressed(page, /^Supprimer/)
  await expect(page.getByRole('status').filter({ hasText: 'n’existe plus' })).toBeFocused()
})

test('a copied receipt and a refused sign-in are said aloud', async ({ page }) => {
  const { view } = await storedSurvey()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/consultations/${view.slug}`)
  await page.getByLabel('Pour', { exact: true }).check()
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  const copy = page.getByRole('button', { name: 'Copier le code' })
  await expect(copy.locator('[aria-live="polite"]')).toHaveText('Copier le code')
  await copy.press('Enter')
  await expect(page.locator('button [aria-live="polite"]')).toHaveText('Code copié')
  await page.goto('/connexion')
  await page.getByLabel('Adresse e-mail').fill(`${view.slug}@journal.example`)
  await page.getByLabel('Mot de passe').fill('faux')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'incorrect' })).toBeVisible()
  await expect(page.getByLabel('Mot de passe')).toBeFocused()
})
