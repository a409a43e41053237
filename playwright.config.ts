import { defineConfig } from '@playwright/test'
import { browserExecutable } from './e2e/fixtures/browser'

const executablePath = browserExecutable()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/fixtures/server.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A second try on a machine that stalls; what needed it is listed as flaky, to be looked into.
  retries: 1,
  // Some walk through a dozen pages and let axe read each: seconds on an idle machine, a minute on a busy one.
  timeout: 180_000,
  // Two cores for two browsers, a server and a database: the five seconds of the default are not enough for all.
  expect: { timeout: 12_000 },
  outputDir: 'test-results',
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
