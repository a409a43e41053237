import { screenAll } from '../../lib/comments/commands/screen'
import { db } from '../../lib/platform/db/client'
import { targetOf } from '../../scripts/testing/decisions'
import { tell } from '../fixtures/comments'
import { MIXED, onText, prepared, states } from '../fixtures/moderation'
import { expect, test } from '../fixtures/staff'

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
  await expect(page.getByText(/restent cachés/)).toBeVisible()
  await expect(page.getByText('Pour', { exact: true })).toHaveCount(0)
  await page.keyboard.press('a')
  await expect(page.getByText(/Auteur [0-9a-f]{8}/)).toBeVisible()
  expect(await db().reveal.count({ where: { staffId: identity.id } })).toBe(1)
  await tell(survey, 'Un texte arrivé après l’ouverture de la page.')
  await screenAll()
  await expect(page.getByRole('button', { name: 'Un texte arrivé après' })).toBeVisible({ timeout: 15_000 })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })
  test('decided by touch, and nothing is beside the screen', async ({ asStaff }) => {
    const survey = await prepared(MIXED.slice(0, 3))
    const { context } = await asStaff('moderator')
    const page = await context.newPage()
    await page.goto(`/moderation?survey=${survey.view.slug}`)
    await page.getByRole('button', { name: 'Publier' }).tap()
    await onText(page, 'Tout est expliqué')
    await page.getByRole('button', { name: 'Refuser' }).tap()
    await page.getByRole('button', { name: 'Publicité' }).tap()
    await onText(page, 'Bande de crétins')
    await page.getByRole('button', { name: 'Annuler' }).tap()
    await onText(page, 'Tout est expliqué')
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
