import { inspectLiving } from '../fixtures/checks'
import { clean } from '../fixtures/checks/axe'
import { PAYLOADS } from '../fixtures/payloads'
import { expect, test } from '../fixtures/staff'

test('an admin writes the charter and the word lists; readers see the new version, and the old one', async ({
  asStaff,
  page,
}) => {
  const { context } = await asStaff('admin')
  const [mine, theirs] = [await context.newPage(), await context.newPage()]
  await mine.goto('/administration/charte')
  await theirs.goto('/administration/charte')
  const text = mine.getByLabel('Texte de la charte')
  const before = await text.inputValue()
  await text.fill(
    `${before}\n\n${PAYLOADS.join('\n\n').replaceAll('\0', '')}\n\n## Essai\n\n<img src=x onerror="throw 1"> [lien](javascript:alert(1)) **gras**`,
  )
  await mine.getByRole('button', { name: 'Publier cette version' }).click()
  await expect(mine.getByText(/La version \d+ est en vigueur/)).toBeVisible()

  await theirs.getByLabel('Texte de la charte').fill(`${before}\n\nUn autre texte`)
  await theirs.getByRole('button', { name: 'Publier cette version' }).click()
  await expect(theirs.getByText('Version enregistrée par l’autre personne.')).toBeVisible()
  await expect(theirs.getByLabel('Texte de la charte')).toHaveValue(/Un autre texte$/)
  await inspectLiving(theirs)

  await page.goto('/charte')
  await expect(page.getByRole('heading', { name: 'Essai' })).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
  await expect(page.locator('main a[href*=xss], main [data-xss]')).toHaveCount(0)
  expect(await page.getByText('lien', { exact: true }).getAttribute('href')).not.toContain('javascript')
  await clean(page)
  await page.goto('/charte?version=1')
  await expect(page.getByText('Cette version n’est plus en vigueur.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Essai' })).toHaveCount(0)
  expect((await page.goto('/charte?version=99'))?.status()).toBe(404)

  await mine.goto('/administration/mots')
  await mine.getByLabel('Essayer une phrase').fill('Quel crétin !')
  await expect(mine.getByText('attendrait une relecture')).toBeVisible()
  const banned = mine.getByLabel('Mots interdits')
  const words = await banned.inputValue()
  await banned.fill(`${words}\n(((`)
  await mine.getByRole('button', { name: 'Enregistrer cette liste' }).first().click()
  await expect(mine.getByText(/La ligne \d+ ne peut pas être lue/).first()).toBeVisible()
  await expect(banned).toHaveValue(/\(\(\($/)
  await clean(mine)
  // A text is rejected only on a ground that somebody chose.
  await banned.fill(`${words}\nzinzolin*`)
  await mine.getByRole('button', { name: 'Enregistrer cette liste' }).first().click()
  await expect(mine.getByText(/indiquez la raison du refus/).first()).toBeVisible()
  await banned.fill(`${words}\nzinzolin*: insult`)
  await mine.getByRole('button', { name: 'Enregistrer cette liste' }).first().click()
  await expect(mine.getByText(/entrées enregistrées/)).toBeVisible()
  await mine.reload()
  await expect(banned).toHaveValue(/zinzolin\*: insult$/)

  // The charter is everybody's: other tests look at it.
  await mine.goto('/administration/charte')
  await mine.getByLabel('Texte de la charte').fill(before)
  await mine.getByRole('button', { name: 'Publier cette version' }).click()
  await expect(mine.getByText(/La version \d+ est en vigueur/)).toBeVisible()
})
