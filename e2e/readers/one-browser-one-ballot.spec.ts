import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { db } from '../../lib/platform/db/client'
import { choose, expect, test } from '../fixtures/base-test'

const ANSWER_DELAY_MS = 500

/** The way to Avis over a slow connection: what is posted arrives at once, its answer half a second later. */
async function slowRoad(baseURL: string) {
  const road = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming
    const onward = request(new URL(url ?? '/', baseURL), { method, headers }, (answer) => {
      const pass = () => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      }
      setTimeout(pass, method === 'POST' ? ANSWER_DELAY_MS : 0)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => road.listen(0, '127.0.0.1', resolve))
  const { port } = road.address() as AddressInfo
  return {
    address: `http://localhost:${port}`,
    close: () => {
      road.closeAllConnections()
      road.close()
    },
  }
}

test('no cookie is set before voting, and two browsers are two readers', async ({
  browser,
  survey,
  baseURL,
}) => {
  const { slug } = await survey()
  const ids = []
  for (let n = 0; n < 2; n++) {
    const context = await browser.newContext({ baseURL, locale: 'fr-FR' })
    const page = await context.newPage()
    for (const path of [
      '/',
      `/consultations/${slug}`,
      `/consultations/${slug}/resultats`,
      '/recu',
      '/signalements',
    ])
      await page.goto(path)
    expect(await context.cookies()).toEqual([])
    await page.goto(`/consultations/${slug}`)
    await choose(page, /pour ou contre/, 'Pour')
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await expect(page.getByTestId('receipt')).toBeVisible()
    const cookie = (await context.cookies()).find(({ name }) => name === 'avis_reader')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    ids.push(cookie?.value)
    await context.close()
  }
  expect(new Set(ids).size).toBe(2)
})

test('a receipt is shown once without JavaScript: a second visit has none', async ({
  browser,
  survey,
  baseURL,
}) => {
  const { slug } = await survey()
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByTestId('receipt')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Résultats' })).toBeVisible()
  await expect(page.getByTestId('receipt')).toHaveCount(0)
  await context.close()
})

test('an always-visible survey shows its results by itself', async ({ page, survey }) => {
  const { slug } = await survey({ resultsVisibility: 'always' })
  await page.goto(`/consultations/${slug}`)
  await expect(page.getByText(/Personne n’a encore répondu/)).toBeVisible()
})

test('a lost connection loses nothing, and trying again is one ballot', async ({ page, survey, context }) => {
  const { slug } = await survey()
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  // The vote reaches the server; its answer is lost on the way back.
  await page.route('**/ballot', async (route) => {
    await fetch(route.request().url(), {
      method: 'POST',
      body: route.request().postData() ?? '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    await route.abort()
  })
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Le serveur ne répond pas')
  await expect(page.getByLabel('Pour', { exact: true })).toBeChecked()
  await page.unroute('**/ballot')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByText('1 réponse', { exact: true }).first()).toBeVisible()
  // The receipt of the answer that was lost is not.
  await expect(page.getByTestId('receipt')).toBeVisible()
  expect((await context.cookies()).some(({ name }) => name === 'avis_reader')).toBe(true)
})

test('a button pressed twice without JavaScript, and four tabs with it, are one ballot', async ({
  browser,
  survey,
  baseURL,
}) => {
  const { slug } = await survey()
  const slow = await slowRoad(baseURL)
  const plain = await browser.newContext({ baseURL: slow.address, javaScriptEnabled: false })
  const page = await plain.newPage()
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  const button = page.getByRole('button', { name: 'Envoyer ma réponse' })
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10]
  await page.mouse.click(x, y)
  await new Promise((resolve) => setTimeout(resolve, 120))
  await page.mouse.click(x, y).catch(() => undefined)
  await expect(page.getByTestId('receipt')).toBeVisible()
  await expect(page.getByText('1 réponse', { exact: true }).first()).toBeVisible()
  await plain.close()

  const context = await browser.newContext({ baseURL: slow.address, locale: 'fr-FR' })
  const tabs = await Promise.all([1, 2, 3, 4].map(() => context.newPage()))
  for (const tab of tabs) {
    await tab.goto(`/consultations/${slug}`)
    await choose(tab, /pour ou contre/, 'Contre')
  }
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Envoyer ma réponse' }).click()))
  for (const tab of tabs) await expect(tab.getByRole('row', { name: 'Contre 1', exact: true })).toBeVisible()
  await context.close()
  slow.close()
})

test('a consultation can be answered over plain http by any name', async ({
  playwright,
  survey,
  baseURL,
  launchOptions,
}) => {
  const { slug } = await survey()
  const { port } = new URL(baseURL)
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP avis.test 127.0.0.1'],
  })
  const page = await browser.newPage({ baseURL: `http://avis.test:${port}` })
  await page.goto(`/consultations/${slug}`)
  await choose(page, /pour ou contre/, 'Pour')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByTestId('receipt')).toBeVisible()
  await browser.close()
})

test('what was typed while the consultation closed is given back', async ({ browser, survey, baseURL }) => {
  const { slug } = await survey()
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`/consultations/${slug}`)
  await page.getByRole('textbox').fill('Un texte écrit trop tard.')
  await db().survey.update({ where: { slug }, data: { closesAt: new Date(Date.now() - 1000) } })
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByText('Cette consultation est close')).toBeVisible()
  await expect(page.getByText('Un texte écrit trop tard.')).toBeVisible()
  await context.close()
})

test('a reader who comes back finds the answer in the form, and the counts up to date', async ({
  page,
  survey,
}) => {
  const { slug } = await survey()
  await page.goto(`/consultations/${slug}/resultats`)
  await expect(page.getByText(/Personne n’a encore répondu/)).toBeVisible()
  await page.getByRole('link', { name: 'Donner mon avis' }).click()
  await choose(page, /pour ou contre/, 'Pour')
  await page.getByRole('textbox').fill('Mon avis.')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByTestId('receipt')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('1 réponse', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Modifier ma réponse' })).toBeVisible()
  await page.goto(`/consultations/${slug}`)
  await expect(page.getByText(/Vous avez répondu le/)).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveValue('Mon avis.')
  await page.getByRole('button', { name: 'Retirer ma réponse' }).click()
  await expect(page.getByText(/Votre réponse a été retirée/)).toBeVisible()
})
