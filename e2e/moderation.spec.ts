import type { Page } from '@playwright/test'
import { screenAll } from '../lib/comments/commands/screen'
import { db } from '../lib/db'
import { targetOf } from '../scripts/testing/decisions'
import { storedSurvey } from '../scripts/testing/surveys'
import { clean } from './fixtures/clean'
import { tell } from './fixtures/comments'
import { expect, test } from './fixtures/staff'

const MIXED = [
  'Le tracé du nord me paraît le meilleur pour les habitants.',
  'Tout est expliqué sur exemple.fr, allez voir.',
  'Bande de crétins, vous ne comprenez rien.',
  'CE PROJET EST UNE HONTE POUR TOUTE LA VILLE',
  'ok',
  `Bravo à tous ${'🎉'.repeat(12)}`,
  'Je prends le bus tous les jours et il est déjà trop plein.',
  'Achetez mes montres sur boutique-montres.fr',
  'Le port a besoin d’un vrai transport en commun.',
  'Qui paiera les travaux de la place ?',
  'Je suis pour, si les commerces sont aidés pendant le chantier.',
  'Neuf kilomètres, c’est trop peu pour tout ce que cela coûte.',
  'Mon voisin Paul habite au 3 rue des Lilas et il triche.',
  'Rien à voir, mais quel temps demain ?',
  'Une seconde ligne aurait été plus utile au sud.',
  'Le calendrier n’est pas tenable.',
  'I would rather have more buses than one tram.',
  'La mairie a bien travaillé sur ce dossier.',
  'On nous promet ce tramway depuis vingt ans.',
  'Pourvu que les arbres de l’avenue soient gardés.',
]

async function prepared(texts = MIXED) {
  const survey = await storedSurvey()
  // One after the other: the queue is by age, and the test counts on it.
  for (const text of texts) await tell(survey, text)
  return survey
}

const states = async (surveyId: number) => {
  const comments = await db().comment.findMany({
    where: { surveyId },
    orderBy: { changedAt: 'asc' },
    include: { decision: { select: { reason: true, note: true } } },
  })
  return comments.map(({ outcome, decision }) => [outcome, decision?.reason ?? null])
}

const onText = (page: Page, text: string) =>
  expect(page.locator('article blockquote').first()).toContainText(text)

test('twenty mixed comments are cleared by keyboard alone, with an undo and a bulk rejection', async ({
  asStaff,
}) => {
  const survey = await prepared()
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await page.goto(`/moderation?survey=${survey.view.slug}`)
  await onText(page, 'Le tracé du nord')
  await expect(page.getByRole('strong').filter({ hasText: 'Lecture avant publication' })).toBeVisible()
  await clean(page)

  await page.keyboard.press('p')
  await onText(page, 'Tout est expliqué')
  await expect(page.locator('article mark')).toHaveText('exemple.fr')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { name: 'Pourquoi rejeter ce texte' })).toBeVisible()
  await clean(page)
  await page.keyboard.press('6')
  await onText(page, 'Bande de crétins')

  // The wrong key, and back.
  await page.keyboard.press('p')
  await onText(page, 'CE PROJET')
  await expect(page.getByRole('status')).toContainText('Texte publié')
  await page.keyboard.press('u')
  await onText(page, 'Bande de crétins')
  await expect(page.getByRole('status')).toContainText('Décision annulée')
  await page.keyboard.press('r')
  await page.getByLabel('Une phrase à l’auteur').fill('Dites-le sans insulte, et nous le publierons.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await page.keyboard.press('2')
  await onText(page, 'CE PROJET')
  await page.keyboard.press('e')
  await onText(page, 'ok')

  // Three in one: the short one, the flood, and the advertising two further on.
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await onText(page, 'Achetez mes montres')
  await page.keyboard.press('x')
  await expect(page.getByText('3 textes choisis.')).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.press('8')
  await expect(page.getByRole('status')).toContainText('3 textes rejetés')
  await onText(page, 'Le port a besoin')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await onText(page, 'Je prends le bus')
  for (let left = 13; left > 0; left--) {
    const text = (await page.locator('article blockquote').first().textContent()) ?? ''
    if (text.includes('rue des Lilas')) {
      await page.keyboard.press('r')
      await page.keyboard.press('5')
    } else if (text.includes('quel temps')) {
      await page.keyboard.press('r')
      await page.keyboard.press('1')
    } else await page.keyboard.press('p')
    if (left > 1) await expect(page.locator('article blockquote').first()).not.toHaveText(text)
  }
  await expect
    .poll(async () => (await states(survey.id)).filter(([outcome]) => outcome !== 'held').length)
    .toBe(19)
  const decided = await states(survey.id)
  expect(decided.map(([outcome, reason]) => reason ?? outcome)).toEqual([
    'published',
    'advertising',
    'insult',
    'escalated',
    'unreadable',
    'unreadable',
    'published',
    'unreadable',
    ...Array.from({ length: 4 }, () => 'published'),
    'privacy',
    'off_topic',
    ...Array.from({ length: 6 }, () => 'published'),
  ])
  await page.goto(`/moderation?survey=${survey.view.slug}`)
  await expect(page.getByText('Rien à lire')).toBeVisible()
  await clean(page)
})

test('the keys are explained on «?», and do nothing while somebody types', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 2))
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await page.goto(`/moderation?survey=${survey.view.slug}`)
  await onText(page, 'Le tracé du nord')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await clean(page)
  await page.keyboard.press('p')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('/')
  await expect(page.getByLabel('Dans le texte')).toBeFocused()
  await page.keyboard.type('per exemple')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=per\+exemple/)
  expect(await states(survey.id)).toEqual([
    ['held', null],
    ['held', null],
  ])
})

test('two moderators: the second sees who reads, and what the first decided', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 2))
  const [first, second] = [await asStaff('moderator'), await asStaff('editor')]
  const [one, two] = [await first.context.newPage(), await second.context.newPage()]
  await one.goto(`/moderation?survey=${survey.view.slug}`)
  await onText(one, 'Le tracé du nord')
  await expect.poll(() => db().claim.count({ where: { staffId: first.identity.id } })).toBe(1)
  await two.goto(`/moderation?survey=${survey.view.slug}`)
  await expect(two.getByText('Maude Modératrice lit ce texte en ce moment.').first()).toBeVisible()
  const [comment] = await db().comment.findMany({
    where: { surveyId: survey.id },
    orderBy: { changedAt: 'asc' },
  })
  const seen = await targetOf(comment?.id ?? '')
  await one.keyboard.press('p')
  await expect.poll(async () => (await states(survey.id))[0]?.[0]).toBe('published')
  // Whether the second one's screen knew by then or not: nothing is decided twice, and they are told by whom.
  await two.keyboard.press('r')
  await two.keyboard.press('1')
  await two.keyboard.press('k')
  await expect(two.getByRole('alert').first()).toContainText('Maude Modératrice : publié')
  expect((await targetOf(seen.comment)).seen).not.toBe(seen.seen)
  expect((await states(survey.id))[0]).toEqual(['published', null])
})

test('what came since appears by itself, and who wrote it is shown on request alone', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 1))
  const { context, identity } = await asStaff('moderator')
  const page = await context.newPage()
  await page.goto(`/moderation?survey=${survey.view.slug}`)
  await onText(page, 'Le tracé du nord')
  await expect(page.getByText('reste caché jusqu’à la décision')).toBeVisible()
  await expect(page.getByText('Pour', { exact: true })).toHaveCount(0)
  await page.keyboard.press('a')
  await expect(page.getByText(/Auteur [0-9a-f]{8}/)).toBeVisible()
  expect(await db().reveal.count({ where: { staffId: identity.id } })).toBe(1)
  await tell(survey, 'Un texte arrivé après l’ouverture de la page.')
  await screenAll()
  await expect(page.getByRole('button', { name: 'Un texte arrivé après' })).toBeVisible({ timeout: 15_000 })
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme, hasTouch: true })
    test('decided by touch, nothing beside the screen, axe finds nothing', async ({ asStaff }) => {
      const survey = await prepared(MIXED.slice(0, 3))
      const { context } = await asStaff('moderator')
      const page = await context.newPage()
      await page.goto(`/moderation?survey=${survey.view.slug}`)
      await page.getByRole('button', { name: 'Publier' }).tap()
      await onText(page, 'Tout est expliqué')
      await page.getByRole('button', { name: 'Rejeter' }).tap()
      await page.getByRole('button', { name: 'Publicité' }).tap()
      await onText(page, 'Bande de crétins')
      await page.getByRole('button', { name: 'Annuler' }).tap()
      await onText(page, 'Tout est expliqué')
      await clean(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      await expect
        .poll(() => states(survey.id))
        .toEqual([
          ['published', null],
          ['held', null],
          ['held', null],
        ])
    })
  })
