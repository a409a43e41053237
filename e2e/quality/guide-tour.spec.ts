import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { verifyBundle } from '../../lib/exports/commands/verify'
import { freePort } from '../../scripts/postgres'
import { temporaryFolder } from '../../scripts/testing/folder'
import { extent } from '../../scripts/testing/test-size'
import { expect, watch } from '../fixtures/base-test'
import { Follower } from '../fixtures/guide-tour/guide-runner'
import { type Step, stepsOf } from '../fixtures/guide-tour/parse-guide'

const TOURS = { fr: 'docs/guides/fr/visite.md', en: 'docs/guides/en/tour.md' }
const LOCALES = { fr: 'fr-FR', en: 'en-GB' }
const tourIn = (language: 'fr' | 'en') =>
  stepsOf(readFileSync(path.join(import.meta.dirname, '..', '..', TOURS[language]), 'utf8'))
const numbersOf = (steps: Step[]) => steps.map(({ number }) => number)

/** The rows of a table of a bundle. */
const rowsOf = (file: string, table: string): Record<string, unknown>[] =>
  Buffer.from(unzipSync(readFileSync(file))[`${table}.jsonl`] ?? [])
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** The English tour has the same steps and takes as long: `npm run test:all` follows it too. */
const FOLLOWED = extent(['fr'] as const, ['fr', 'en'] as const)

for (const language of FOLLOWED)
  test(`the tour leads from nothing to a verified export (${language})`, async ({ browser }) => {
    const [data, PORT] = [temporaryFolder(), String(await freePort())]
    const address = `http://localhost:${PORT}`
    const permissions = ['clipboard-read', 'clipboard-write']
    const context = await browser.newContext({ locale: LOCALES[language], permissions })
    const faults: string[] = []
    watch(context, address, faults)
    const page = await context.newPage()
    const follower = new Follower(page, { AVIS_DATA: data, DATABASE_URL: '', AVIS_SECRET: '', PORT })
    try {
      for (const step of tourIn(language)) await test.step(`step ${step.number}`, () => follower.follow(step))
      // What a step left out would leave undone, where no later step stumbles over it.
      const file = (await follower.file()) ?? ''
      expect(await verifyBundle(file)).toEqual([])
      expect(rowsOf(file, 'ballots')).toHaveLength(1)
      expect(rowsOf(file, 'comments')).toMatchObject([{ outcome: 'published' }])
      const cited = await page.evaluate(() => navigator.clipboard.readText())
      expect(cited).toMatch(new RegExp(`${address}/consultations/[\\w-]+/resultats/\\d+$`))
      await expect(fetch(`${address}/healthz`)).rejects.toThrow()
      expect(faults).toEqual([])
    } finally {
      await context.close()
      await follower.leave()
      rmSync(data, { recursive: true, force: true })
    }
  })

test('both tours have the same steps, counted from one, and each names the same kinds of things', () => {
  const [french, english] = [tourIn('fr'), tourIn('en')]
  expect(numbersOf(french)).toEqual(french.map((_, index) => index + 1))
  const kinds = (steps: Step[]) => steps.map(({ words }) => words.map(({ kind }) => kind))
  expect(kinds(english)).toEqual(kinds(french))
})
