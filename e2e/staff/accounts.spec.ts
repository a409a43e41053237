import { rmSync } from 'node:fs'
import { request } from 'node:http'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { db } from '../../lib/platform/db/client'
import { makeLink } from '../../lib/staff/commands/links'
import { freePort } from '../../scripts/postgres'
import { temporaryFolder } from '../../scripts/testing/folder'
import { clean } from '../fixtures/checks/axe'
import { startAvis, stopAvis } from '../fixtures/global-setup'
import { expect, test } from '../fixtures/staff'

test.use({ actionTimeout: 15_000 })

const PASSWORD = 'quatre mots sans rapport'
const OTHER = 'une toute autre phrase'

async function choosePassword(page: Page, link: string, password: string) {
  await page.goto(link)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
  await expect(page.getByText('Votre mot de passe a été enregistré.')).toBeVisible()
}

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
}

test('from the link that the first start prints to an editor shut out with their next click', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const data = temporaryFolder()
  const PORT = String(await freePort())
  const avis = await startAvis({ AVIS_DATA: data, DATABASE_URL: '', AVIS_SECRET: '', PORT })
  const address = `http://localhost:${PORT}`
  const [claire, edith] = [await browser.newContext(), await browser.newContext()]
  try {
    const printed = /First admin.*(http:\/\/localhost:\d+\/invitation\/[\w-]+)/
    await expect.poll(avis.said).toMatch(printed)
    const admin = await claire.newPage()
    await admin.goto(printed.exec(avis.said())?.[1] ?? '')
    await admin.getByLabel('Nom, tel que l’équipe le verra').fill('Claire Dupont')
    await admin.getByLabel('Adresse e-mail').fill('claire@journal.example')
    await admin.getByLabel('Mot de passe').fill(PASSWORD)
    await admin.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
    await expect(admin).toHaveURL(/\/connexion/)
    await signIn(admin, 'claire@journal.example', PASSWORD)
    await admin.goto(`${address}/administration`)
    await expect(admin.getByRole('heading', { name: 'Claire Dupont' })).toBeVisible()

    await admin.getByLabel('Nom', { exact: true }).fill('Édith Martin')
    await admin.getByLabel('Adresse e-mail').fill('edith@journal.example')
    await admin.getByRole('button', { name: 'Créer le lien d’invitation' }).click()
    const link = (await admin.getByTestId('link').textContent()) ?? ''
    expect(link).toContain(`${address}/invitation/`)

    const editor = await edith.newPage()
    await choosePassword(editor, link, OTHER)
    await editor.goto(link)
    await expect(editor.getByRole('heading', { name: 'Ce lien n’est plus valable' })).toBeVisible()
    await editor.goto(`${address}/administration/compte`)
    await expect(editor).toHaveURL(/\/connexion\?vers=%2Fadministration%2Fcompte$/)
    await signIn(editor, 'edith@journal.example', OTHER)
    await expect(editor).toHaveURL(`${address}/administration/compte`)
    await expect(editor.getByText('Édith Martin, rédaction')).toBeVisible()

    await admin.goto(`${address}/administration`)
    await admin.getByLabel('Gérer le compte de Édith Martin').click()
    await admin.getByRole('button', { name: 'Désactiver le compte' }).click()
    await expect(admin.getByText('Le compte de Édith Martin a été désactivé.')).toBeVisible()
    await editor.getByRole('link', { name: 'Mon compte' }).click()
    await expect(editor).toHaveURL(/\/connexion/)
    await signIn(editor, 'edith@journal.example', OTHER)
    await expect(editor.getByText('Adresse ou mot de passe incorrect.')).toBeVisible()

    await admin.getByRole('button', { name: 'Annuler' }).click()
    await expect(admin.getByText('Le compte de Édith Martin a été réactivé.')).toBeVisible()
    await signIn(editor, 'edith@journal.example', OTHER)
    await expect(editor.getByRole('button', { name: 'Se déconnecter', exact: true })).toBeVisible()
  } finally {
    await claire.close()
    await edith.close()
    await stopAvis(avis.process)
    rmSync(data, { recursive: true, force: true })
  }
})

test('a required second factor is set up before anything else, and asked for from then on', async ({
  page,
  asStaff,
}) => {
  const { identity, context } = await asStaff('editor')
  await db().staffAccount.update({ where: { id: identity.id }, data: { totpRequired: true } })
  const link = `/invitation/${await makeLink(db(), identity.id)}`
  const own = await context.newPage()
  await own.goto('/redaction')
  await expect(own).toHaveURL(/\/administration\/compte\/second-facteur$/)
  await expect(own.getByRole('img', { name: 'Code QR' })).toBeVisible()
  const key = (await own.getByTestId('totp-key').textContent()) ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  await own.getByLabel('Code à six chiffres').fill('000000')
  await own.getByRole('button', { name: 'Activer' }).click()
  await expect(own.getByText('Ce code est incorrect')).toBeVisible()
  await expect(own.getByTestId('totp-key')).toHaveText(key)
  await own.getByLabel('Code à six chiffres').fill(totp.generate())
  await own.getByRole('button', { name: 'Activer' }).click()
  await expect(own.getByText('Le second facteur a été activé. Vos autres')).toBeVisible()
  expect((await own.goto('/redaction'))?.status()).toBe(200)

  await choosePassword(page, link, PASSWORD)
  await signIn(page, identity.email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'Code de connexion' })).toBeVisible()
  await clean(page)
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ce code est incorrect')).toBeVisible()
  // The code of the next period: the one of this was used to set up.
  await page.getByLabel('Code à six chiffres').fill(totp.generate({ timestamp: Date.now() + 30_000 }))
  await page.getByRole('button', { name: 'Valider le code' }).click()
  await expect(page).toHaveURL(/\/redaction$/)
})

test('signing out everywhere ends every session with its next click', async ({ page, asStaff }) => {
  const { identity, context } = await asStaff('moderator')
  const link = `/invitation/${await makeLink(db(), identity.id)}`
  await choosePassword(page, link, PASSWORD)
  await signIn(page, identity.email, PASSWORD)
  await expect(page).toHaveURL(/\/moderation$/)
  await page.goto('/administration/compte')
  const cookies = await page.context().cookies()
  await context.addCookies(cookies)
  const copy = await context.newPage()
  expect((await copy.goto('/administration/compte'))?.status()).toBe(200)
  await page.getByRole('button', { name: 'Se déconnecter partout' }).click()
  await expect(page.getByText('Vous êtes déconnecté de cet appareil.')).toBeVisible()
  await copy.getByRole('link', { name: 'Mon compte' }).click()
  await expect(copy).toHaveURL(/\/connexion/)
})

test('a wrong password keeps the address, and wrong ones without end have to wait', async ({ page }) => {
  await page.goto('/connexion')
  const email = 'personne.du.tout@journal.example'
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type('faux')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'incorrect' })).toBeVisible()
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue(email)
  await expect(page.getByLabel('Mot de passe')).toBeFocused()
  for (let n = 0; n < 10; n++) await signIn(page, email, 'faux')
  await expect(page.getByText(/Trop de tentatives. Réessayez dans 1[45] minutes/)).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one signs in, is told what is wrong, and signs out', async ({ page, asStaff }) => {
    const { context } = await asStaff('admin')
    const admin = await context.newPage()
    await admin.goto('/administration')
    const email = `sans-script-${Date.now()}@journal.example`
    await admin.getByLabel('Nom', { exact: true }).fill('Sacha')
    await admin.getByLabel('Adresse e-mail').fill('sacha')
    await admin.getByRole('button', { name: 'Créer le lien d’invitation' }).click()
    await expect(admin.getByText('Saisissez une adresse e-mail complète').first()).toBeVisible()
    await expect(admin.getByLabel('Nom', { exact: true })).toHaveValue('Sacha')
    await admin.getByLabel('Adresse e-mail').fill(email)
    await admin.getByRole('button', { name: 'Créer le lien d’invitation' }).click()
    const link = (await admin.getByTestId('link').textContent()) ?? ''

    await choosePassword(page, link, PASSWORD)
    await signIn(page, email, 'faux')
    await expect(page.getByText('Adresse ou mot de passe incorrect.')).toBeVisible()
    await page.getByLabel('Mot de passe').fill(PASSWORD)
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
    await expect(page.getByText('Sacha, rédaction')).toBeVisible()
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await expect(page.getByText('Vous êtes déconnecté de cet appareil.')).toBeVisible()
  })
})

test('a network that guesses is stopped, however many accounts it tries', async ({ baseURL }) => {
  // From a loopback network of this test alone: the other tests sign in from 127.0.0.0/24.
  const localAddress = '127.0.9.9'
  const { port } = new URL(baseURL)
  const guess = (n: number) =>
    new Promise<string>((resolve, reject) => {
      const form = new URLSearchParams({ email: `${n}-${port}@journal.example`, password: 'faux' }).toString()
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      }
      const options = {
        host: '127.0.0.1',
        port,
        localAddress,
        method: 'POST',
        headers,
        path: '/api/auth/callback/credentials',
      }
      request(options, (answer) => resolve(answer.resume().headers.location ?? ''))
        .once('error', reject)
        .end(form)
    })
  for (let n = 0; n < 60; n++) await guess(n)
  expect(await guess(61)).toContain('refus=attente')
})
