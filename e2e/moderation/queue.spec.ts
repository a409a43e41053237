import { MIXED, onText, openDesk, prepared, states } from '../fixtures/moderation'
import { expect, test } from '../fixtures/staff'

test('twenty mixed comments are cleared by keyboard alone, with an undo and a bulk rejection', async ({
  asStaff,
}) => {
  const survey = await prepared()
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await openDesk(page, survey)
  await onText(page, 'Le tracé du nord')
  await expect(
    page.getByRole('strong').filter({ hasText: 'cette consultation veut une relecture' }),
  ).toBeVisible()

  await page.keyboard.press('p')
  await onText(page, 'Tout est expliqué')
  await expect(page.locator('article mark')).toHaveText('exemple.fr/plan')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { name: 'Pourquoi refuser ce texte' })).toBeVisible()
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
  await page.getByLabel('Message à l’auteur').fill('Dites-le sans insulte, et nous le publierons.')
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
  await expect(page.getByText('3 textes sélectionnés.')).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.press('8')
  await expect(page.getByRole('status')).toContainText('3 textes refusés')
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
  await expect(page.getByText('Rien à traiter')).toBeVisible()
})

test('an undo on the heels of a decision takes back that one, however slow the road', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 3))
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await page.route('**/moderation/decisions', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await openDesk(page, survey)
  await onText(page, 'Le tracé du nord')
  await page.keyboard.press('p')
  await expect.poll(async () => (await states(survey.id))[0]?.[0]).toBe('published')
  await onText(page, 'Tout est expliqué')
  await page.keyboard.press('p')
  await page.keyboard.press('u')
  await onText(page, 'Tout est expliqué')
  await expect(page.getByRole('status')).toContainText('Décision annulée')
  expect(await states(survey.id)).toEqual([
    ['published', null],
    ['held', null],
    ['held', null],
  ])
})

test('the keys are explained on «?», and do nothing while somebody types', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 2))
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await openDesk(page, survey)
  await onText(page, 'Le tracé du nord')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
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

test('a key held down decides one comment, and types nothing', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 6))
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await openDesk(page, survey)
  await onText(page, 'Le tracé du nord')
  /** Holds a key as long as a keyboard that repeats it `times` times. */
  const hold = async (key: string, times = 20) => {
    for (let n = 0; n < times; n++) await page.keyboard.down(key)
    await page.keyboard.up(key)
  }
  const decided = async () => (await states(survey.id)).filter(([outcome]) => outcome !== 'held').length
  await hold('p')
  await onText(page, 'Tout est expliqué')
  await expect.poll(decided).toBe(1)
  await hold('r')
  await hold('6')
  await onText(page, 'Bande de crétins')
  await expect.poll(decided).toBe(2)
  // The reason that takes the focus is not pressed by the key that opened the panel.
  await page.getByRole('button', { name: 'Refuser' }).focus()
  await hold('Enter')
  await expect(page.getByRole('heading', { name: 'Pourquoi refuser ce texte' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Publier', exact: true }).focus()
  await hold('Enter')
  await onText(page, 'CE PROJET')
  await expect.poll(decided).toBe(3)
  // Going along the list is what a held key may do.
  await hold('j', 2)
  await onText(page, 'Bravo à tous')
  await hold('/')
  await expect(page.getByLabel('Dans le texte')).toBeFocused()
  await expect(page.getByLabel('Dans le texte')).toHaveValue('')
  expect(await decided()).toBe(3)
})

test('a text is rejected as illegal only with the law it breaks', async ({ asStaff }) => {
  const survey = await prepared(MIXED.slice(0, 2))
  const { context } = await asStaff('moderator')
  const page = await context.newPage()
  await openDesk(page, survey)
  await onText(page, 'Le tracé du nord')
  await page.keyboard.press('r')
  await page.keyboard.press('7')
  const law = page.getByLabel('La loi ou l’article que ce texte enfreint')
  await expect(law).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Indiquez la loi')).toBeVisible()
  expect((await states(survey.id))[0]?.[0]).toBe('held')
  await page.keyboard.type('Loi du 29 juillet 1881, art. 33')
  await page.keyboard.press('Enter')
  await onText(page, 'Tout est expliqué')
  await expect.poll(async () => (await states(survey.id))[0]).toEqual(['rejected', 'illegal'])
})
