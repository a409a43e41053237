import { choose } from '../fixtures/base-test'
import { ARTICLE, bringIn, save } from '../fixtures/import-article'
import { expect, test } from '../fixtures/staff'

test('from a pasted article to an open consultation and its first ballot', async ({
  asStaff,
  browser,
  baseURL,
}) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await bringIn(page)
  await expect(page.locator('mark')).toHaveText([
    'Quel est votre avis sur le sujet ?',
    'Trouvez-vous ce projet crédible ou utile ?',
  ])
  await expect(page.getByText(/Résumé proposé automatiquement/)).toBeVisible()
  await page.getByLabel('Résumé').fill('La ville étudie neuf kilomètres de tramway.')
  await expect(page.getByText(/Résumé proposé automatiquement/)).toHaveCount(0)
  await expect(page.getByLabel('Jugements, un par ligne')).toHaveValue('crédible\nutile')
  await page.getByRole('group', { name: 'Question 1' }).getByRole('button', { name: 'Descendre' }).click()
  await expect(page.getByLabel('Question, mot pour mot').first()).toHaveValue(
    'Trouvez-vous ce projet crédible ou utile ?',
  )
  await page.getByRole('group', { name: 'Question 2' }).getByRole('button', { name: 'Retirer' }).click()
  await expect(page.getByLabel('Question, mot pour mot')).toHaveCount(1)
  await page.getByRole('button', { name: 'Rétablir' }).click()
  await expect(page.getByLabel('Question, mot pour mot')).toHaveCount(2)
  await save(page)
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByText(/Ouverte depuis le/)).toBeVisible()
  const address = await page.getByRole('link', { name: 'Voir la page des lecteurs' }).getAttribute('href')
  await expect(
    page.getByText(
      'Une question modifiée est une correction qui n’en change pas le sens, ou une nouvelle version',
    ),
  ).toBeVisible()

  const readers = await browser.newContext({ baseURL, locale: 'fr-FR' })
  const reader = await readers.newPage()
  await reader.goto(address ?? '')
  await expect(reader.getByText('La ville étudie neuf kilomètres de tramway.')).toBeVisible()
  await choose(reader, 'Utile', 'Oui')
  await reader.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(reader.getByTestId('receipt')).toBeVisible()
  await readers.close()

  await page.goto('/redaction')
  const slug = address?.split('/').at(-1)
  const entry = page.getByRole('article').filter({ has: page.locator(`a[href="/redaction/${slug}"]`) })
  await expect(entry).toContainText('1 réponse')
})

test('publishing names each missing thing and leads to it', async ({ asStaff }) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto('/redaction/nouveau')
  await page
    .getByLabel('Texte de l’article')
    .fill(
      'Le bac du soir ne passera plus. La régie manque de pilotes.\n\nPrendrez-vous le pont, et si oui, pourquoi ?',
    )
  await page.getByRole('button', { name: 'Trouver les questions' }).click()
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('Le bac du soir ne passera plus')
  await expect(page.getByLabel('Adresse de la consultation')).toHaveValue(/^bac-soir-ne-passera-plus/)
  await expect(page.getByLabel('Question, mot pour mot')).toHaveCount(2)
  await expect(page.getByLabel('Question, mot pour mot').last()).toHaveValue('Si oui, pourquoi ?')
  await page.getByRole('button', { name: 'Publier' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'La consultation n’est pas publiée' })
  await notice.getByRole('link', { name: 'Source : Ce champ est obligatoire.' }).click()
  await expect(page.getByLabel('Source')).toBeFocused()
  await notice.getByRole('link', { name: 'Résumé : Ce champ est obligatoire.' }).click()
  await expect(page.getByLabel('Résumé')).toBeFocused()
  await page.getByLabel('Résumé').fill('Le bac du soir s’arrête.')

  await page.getByLabel('Question, mot pour mot').first().fill('')
  await page.getByLabel('Source').fill('Le Quotidien du port')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.getByRole('link', { name: 'Question 1 : Ce champ est obligatoire.' }).click()
  await expect(page.getByLabel('Question, mot pour mot').first()).toBeFocused()
  await page.getByLabel('Question, mot pour mot').first().fill('Trouvez-vous cette barque dangereuse ?')
  await expect(page.getByText(/Un mot porte déjà un jugement \(dangereuse\)/)).toBeVisible()
  await save(page)
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByText(/Ouverte depuis le/)).toBeVisible()
})

test('a page or feed of a private network or an unusual port is refused in a sentence, and what was typed stays', async ({
  asStaff,
  baseURL,
}) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto('/redaction/nouveau')
  await page.getByLabel('Titre').fill('Mon titre')
  await page.getByLabel('Adresse de l’article').fill(`${baseURL}/`)
  await page.getByRole('button', { name: 'Lire la page' }).click()
  await expect(page.getByText('Cette adresse a un port inhabituel')).toBeVisible()
  await page.getByLabel('Adresse de l’article').fill('http://127.0.0.1/')
  await page.getByRole('button', { name: 'Lire la page' }).click()
  await expect(page.getByText('Cette adresse mène à un réseau privé')).toBeVisible()
  await expect(page.getByLabel('Titre')).toHaveValue('Mon titre')
  await page.setInputFiles('#file', {
    name: 'article.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(ARTICLE),
  })
  await expect(page.getByLabel('Texte de l’article')).toHaveValue(ARTICLE)
  await page.goto('/redaction/flux')
  await page.getByLabel('Adresse du flux').fill('http://127.0.0.1/rss')
  await page.getByRole('button', { name: 'Suivre ce flux' }).click()
  await expect(page.getByText('Cette adresse mène à un réseau privé')).toBeVisible()
})

/** The last Sunday of a month of next year, when clocks change at night. */
function lastSunday(month: number) {
  const last = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month, 0))
  last.setUTCDate(last.getUTCDate() - last.getUTCDay())
  return last.toISOString().slice(0, 10)
}

test('a time that does not exist is asked again, and of one that comes twice it is asked which', async ({
  asStaff,
  survey,
}) => {
  const { slug } = await survey()
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await page.goto(`/redaction/${slug}`)
  const field = page.getByLabel('Clôture', { exact: true })
  const change = page.getByRole('button', { name: 'Modifier la clôture' })
  await field.fill(`${lastSunday(3)}T02:30`)
  await change.click()
  await expect(field).toHaveAccessibleDescription(/Cette heure n’existe pas/)
  await expect(field).toHaveValue(`${lastSunday(3)}T02:30`)
  await field.fill(`${lastSunday(10)}T02:30`)
  await change.click()
  await expect(field).toHaveAccessibleDescription(/Cette heure a lieu deux fois/)
  await page.getByLabel('La seconde fois').check()
  await change.click()
  await expect(page.getByText(/Clôture le .* octobre .* à 2\sh\s30/)).toBeVisible()
  const { closesAt } = await (await page.request.get(`/api/v1/surveys/${slug}`)).json()
  expect(closesAt).toBe(`${lastSunday(10)}T01:30:00.000Z`)

  await page.getByLabel('Date de parution').fill('2026-02-31')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByLabel('Date de parution')).toHaveAccessibleDescription(/pas dans le calendrier/)
  await page.getByLabel('Date de parution').fill('2026-11-29T23:30:00Z')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText(/Enregistré à/)).toBeVisible()
  await page.goto(`/consultations/${slug}`)
  await expect(page.getByText('30 novembre 2026')).toBeVisible()
})

test('two editors at once: the second is told what the first changed, and nothing is lost', async ({
  asStaff,
}) => {
  const [one, two] = [await asStaff('editor'), await asStaff('editor')]
  const first = await one.context.newPage()
  await bringIn(first)
  const second = await two.context.newPage()
  await second.goto(first.url())
  await second.getByLabel('Titre', { exact: true }).fill('Le titre de la seconde')
  await first.getByLabel('Titre', { exact: true }).fill('Le titre de la première')
  await save(first)
  await second.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const alert = second.getByRole('alert').filter({ hasText: 'a enregistré entre-temps' })
  await expect(alert).toContainText('Champs modifiés : titre.')
  await expect(second.getByLabel('Titre', { exact: true })).toHaveValue('Le titre de la seconde')
  await alert.getByRole('button', { name: 'Prendre la sienne' }).click()
  await expect(second.getByLabel('Titre', { exact: true })).toHaveValue('Le titre de la première')
  await second.getByLabel('Titre', { exact: true }).fill('Un titre commun')
  await save(second)
  await first.reload()
  await expect(first.getByLabel('Titre', { exact: true })).toHaveValue('Un titre commun')
})

test('an unsaved draft survives a closed tab', async ({ asStaff }) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await bringIn(page)
  await page.getByLabel('Titre', { exact: true }).fill('Un titre jamais enregistré')
  await expect(page.getByText('Modifications non enregistrées')).toBeVisible()
  const address = page.url()
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByLabel('Titre', { exact: true })).toHaveValue('Un titre jamais enregistré')
  await expect(again.getByText(/ont été retrouvées sur cet appareil/)).toBeVisible()
  await again.getByRole('button', { name: 'Les abandonner' }).click()
  await expect(again.getByLabel('Titre', { exact: true })).not.toHaveValue('Un titre jamais enregistré')
})

test('what is wrong with a draft is said beside its field, and stays', async ({ asStaff }) => {
  const { context } = await asStaff('editor')
  const page = await context.newPage()
  await bringIn(page)
  await page.getByLabel('Titre', { exact: true }).fill('')
  await page.getByLabel('Jugements, un par ligne').fill('crédible')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('alert').first()).toContainText('Il faut au moins deux jugements.')
  await expect(page.getByLabel('Titre', { exact: true })).toHaveAccessibleDescription(
    'Ce champ est obligatoire.',
  )
  await expect(page.getByLabel('Jugements, un par ligne')).toHaveValue('crédible')
})

test('the desk is for editors: every page with every role, by its status code', async ({
  asStaff,
  page,
  survey,
}) => {
  const { slug } = await survey()
  const pages = ['/redaction', '/redaction/nouveau', '/redaction/flux', `/redaction/${slug}`]
  for (const path of pages) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/connexion/)
  }
  for (const [role, status] of [
    ['moderator', 403],
    ['editor', 200],
    ['admin', 200],
  ] as const) {
    const { context } = await asStaff(role)
    for (const path of pages)
      expect([role, path, (await context.request.get(path)).status()]).toEqual([role, path, status])
    expect((await context.request.get('/redaction/rien-de-tel')).status()).toBe(
      role === 'moderator' ? 403 : 404,
    )
  }
})
