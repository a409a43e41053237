/** What readers and editors see of a count where an operator sets nothing: figures in steps, one step late. */
import type { SurveyView } from '../../lib/surveys/schema'
import { choose } from '../fixtures/base-test'
import { clean } from '../fixtures/checks/axe'
import { expect, test } from '../fixtures/own-server-test'

test.use({ ownSettings: { AVIS_RESULTS_BATCH: '' } })
// All tests of this file share one worker, and with it one server.
test.describe.configure({ mode: 'default' })

/** As many readers choose the first option, one after the other, as programs do. */
async function answer({ slug, questions }: SurveyView, count: number) {
  const question = questions.find(({ kind }) => kind === 'single')
  const answers = [{ questionId: question?.id, optionIds: [question?.options[0]?.id] }]
  for (let reader = 0; reader < count; reader++) {
    const sent = await fetch(`${process.env.AVIS_BASE_URL}/api/v1/surveys/${slug}/ballot`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers }),
    })
    expect(sent.status).toBe(201)
  }
}

test('readers see figures from ten answers on, in steps of five, and all of them once it is closed', async ({
  page,
  survey,
  asStaff,
}) => {
  const view = await survey({ resultsVisibility: 'always' })
  const results = `/consultations/${view.slug}/resultats`
  const pour = page.getByRole('row', { name: /^Pour/ })
  const cite = page.getByRole('button', { name: 'Citer ce résultat' })

  await answer(view, 3)
  await page.goto(results)
  await expect(page.getByText('3 réponses', { exact: true })).toBeVisible()
  await expect(page.getByText(/s’affichent à partir de 10 réponses/)).toBeVisible()
  await expect(pour).toHaveCount(0)
  await expect(cite).toHaveCount(0)
  await clean(page)

  await answer(view, 6)
  await expect(page.getByText('9 réponses', { exact: true })).toBeVisible()
  await answer(view, 1)
  await expect(pour).toHaveAccessibleName('Pour 5')
  await expect(page.getByText(/Mis à jour toutes les 5 réponses/)).toBeVisible()

  await answer(view, 2)
  await page.reload()
  await expect(pour).toHaveAccessibleName('Pour 5')
  await expect(cite).toBeVisible()
  await clean(page)

  const voter = await page.context().newPage()
  await voter.goto(`/consultations/${view.slug}`)
  await choose(voter, /pour ou contre/, 'Contre')
  await voter.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(voter.getByRole('heading', { name: /Merci/ })).toBeVisible()
  await expect(voter.getByRole('row', { name: /^Pour/ })).toHaveAccessibleName('Pour 5')
  await expect(voter.getByRole('row', { name: /^Contre/ })).toHaveAccessibleName('Contre 0')
  await expect(voter.getByText(/Les plus récentes attendent les suivantes/)).toBeVisible()

  await answer(view, 2)
  await expect(pour).toHaveAccessibleName('Pour 10')
  await expect(voter.getByRole('row', { name: /^Pour/ })).toHaveAccessibleName('Pour 10')

  const desk = await (await asStaff('editor')).context.newPage()
  await desk.goto(`/redaction/${view.slug}`)
  await expect(desk.getByText(/Les lecteurs voient les chiffres à partir de 10 réponses/)).toBeVisible()
  await desk.goto(`/redaction/${view.slug}/resultats`)
  await expect(desk.getByText('15 réponses', { exact: true }).first()).toBeVisible()
  await desk.goto(`/redaction/${view.slug}`)
  await desk.getByRole('button', { name: 'Clore maintenant' }).click()
  await expect(desk.getByRole('button', { name: 'Rouvrir' })).toBeVisible()

  await page.goto(results)
  await expect(pour).toHaveAccessibleName('Pour 14')
  await expect(page.getByText(/Mis à jour toutes/)).toHaveCount(0)
})

test('a small consultation says how many answered, and no more, also once it is closed', async ({
  page,
  survey,
}) => {
  const view = await survey({ closesAt: new Date(Date.now() + 3_600_000) })
  await answer(view, 4)
  const { db } = await import('../../lib/platform/db/client')
  await db().survey.update({ where: { slug: view.slug }, data: { closesAt: new Date(Date.now() - 1_000) } })
  await expect(async () => {
    await page.goto(`/consultations/${view.slug}/resultats`)
    await expect(page.getByText(/Avec moins de 10 réponses, seul leur nombre est publié/)).toBeVisible()
  }).toPass()
  await expect(page.getByText('4 réponses', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Pour/ })).toHaveCount(0)
})
