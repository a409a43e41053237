import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { Client } from 'pg'
import { freePort } from '../../scripts/postgres'
import { Wire } from '../../scripts/testing/faulty-network'
import { inspectLiving } from '../fixtures/checks'
import { invalid } from '../fixtures/checks/html-validity'
import type { ViewName } from '../fixtures/checks/viewports'
import { startAvis, stopAvis } from '../fixtures/global-setup'

const SURVEY = '/consultations/meta-investissement-ia-2025'
const RESULTS = `${SURVEY}/resultats`
const API = '/api/v1/surveys/meta-investissement-ia-2025'
const TOKEN = 'the token of the machine that watches'

/** A phone and a desk, light, dark and in the reader’s own colours. */
const GLANCE: ViewName[] = ['360 px', 'dark', '1280 px', 'forced colours']

test.use({ javaScriptEnabled: false })

test('a database that goes away is said in plain words without JavaScript, and comes back without a restart', async ({
  page,
  browser,
}) => {
  const direct = new URL(process.env.DATABASE_URL ?? '')
  direct.pathname = '/avis_outage'
  const { createDatabase } = await import('../../prisma/migrate')
  await createDatabase(direct.href)
  const { wire, url } = await Wire.to(direct.href)
  const PORT = String(await freePort())
  const origin = `http://localhost:${PORT}`
  wire.cut()
  const starting = startAvis({ DATABASE_URL: url, PORT, LOG_LEVEL: 'info', AVIS_METRICS_TOKEN: TOKEN })
  // A start waits too, as after a power cut where the database is the slower one.
  await expect.poll(() => wire.refused).toBeGreaterThan(2)
  wire.mend()
  const avis = await starting
  expect(avis.said()).toContain('Waiting for the database')
  const heading = page.getByRole('heading', { level: 1 })
  const looking = await (await browser.newContext({ javaScriptEnabled: true, locale: 'fr-FR' })).newPage()
  try {
    // A house that has just begun is seen on no other server.
    await looking.goto(/First admin.*(http:\S+)/.exec(avis.said())?.[1] ?? '')
    await expect(looking.getByLabel('Nom, tel que l’équipe le verra')).toBeVisible()
    await inspectLiving(looking, GLANCE)

    expect((await page.goto(`${origin}${SURVEY}`))?.status()).toBe(200)
    wire.cut()

    // What was read stays readable, and a ballot that cannot be stored is not lost.
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect(heading).toHaveText('Votre envoi n’a pas abouti')
    await page.goBack()
    await expect(page.getByRole('radio').first()).toBeChecked()
    expect((await page.reload())?.status()).toBe(200)

    const away = await page.goto(`${origin}${RESULTS}?recu=K7Q2M`, { referer: 'https://journal.example/' })
    expect(away?.status()).toBe(503)
    expect(away?.headers()['retry-after']).toMatch(/^\d+$/)
    await expect(heading).toHaveText(/ne peut pas s’afficher/)
    await expect(page.getByText('Réessayez dans un instant')).toBeVisible()
    // The page's own style is let in by the page's own policy.
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
    const id = away?.headers()['x-request-id'] ?? ''
    await expect(page.locator('code')).toHaveText(id)
    for (const [width, height] of [
      [360, 640],
      [1280, 800],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        expect(overflow).toBe(false)
        await page.screenshot({ path: `test-results/outage-${width}-${colorScheme}.png` })
      }
    const words = await looking.goto(`${origin}${RESULTS}`)
    expect(words?.status()).toBe(503)
    await inspectLiving(looking, GLANCE)
    expect(await invalid((await words?.text()) ?? '')).toEqual([])
    const api = await page.request.get(`${origin}${API}/results`)
    expect([api.status(), (await api.json()).code]).toEqual([503, 'database_unavailable'])
    expect(api.headers()['retry-after']).toMatch(/^\d+$/)

    wire.mend()
    await page.getByRole('link', { name: 'Réessayer' }).click()
    await expect(heading).not.toHaveText(/ne peut pas s’afficher/)
    await expect(page).toHaveURL(/resultats/)

    const client = new Client({ connectionString: direct.href })
    await client.connect()
    await client.query('UPDATE survey SET archived_at = now()')
    await client.end()
    await expect(async () => {
      await looking.goto(origin)
      await expect(looking.getByText('Aucune consultation n’est ouverte')).toBeVisible({ timeout: 500 })
    }).toPass()
    await inspectLiving(looking, GLANCE)

    // The log knows the page by its number, and neither addresses nor what they carried.
    const lines = () =>
      avis
        .said()
        .split('\n')
        .filter((line) => line.includes(`"id":"${id}"`))
    await expect.poll(() => lines().some((line) => line.includes('a page could not be made'))).toBe(true)
    await expect.poll(() => lines().some((line) => line.includes('"status":503'))).toBe(true)
    expect(avis.said()).not.toContain('K7Q2M')
    expect(avis.said()).not.toContain('journal.example')

    const metrics = await page.request.get(`${origin}/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(await metrics.text()).toContain(
      'avis_http_request_seconds_count{method="GET",route="/consultations/[slug]/resultats",status="5xx"}',
    )
    expect((await page.request.get(`${origin}/metrics`)).status()).toBe(401)

    // A stop lets go of everybody in time: of who follows the results, of who never ends their request, of a database
    // that says nothing.
    const stream = (await fetch(`${origin}${API}/results/stream`)).body?.getReader()
    expect((await stream?.read())?.done).toBe(false)
    const holding = connect(Number(PORT), 'localhost')
    holding.on('error', () => undefined)
    await new Promise((sent) =>
      holding.write(`POST ${API}/ballot HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{`, sent),
    )
    wire.stall()
    const begun = Date.now()
    const stopped = stopAvis(avis.process, 'SIGTERM')
    while (!(await stream?.read())?.done);
    expect(Date.now() - begun).toBeLessThan(2_000)
    await stopped
    expect(Date.now() - begun).toBeLessThan(10_000)
  } finally {
    wire.mend()
    await looking.context().close()
    await stopAvis(avis.process)
    await wire.close()
  }
})
