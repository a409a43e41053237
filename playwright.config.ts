import { defineConfig } from '@playwright/test'
import { browserExecutable } from './e2e/fixtures/browser'

const executablePath = browserExecutable()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/fixtures/server.ts',
  fullyParallel: true,
  // Each waits for the server, the database and its own page more than it works.
  workers: 3,
  forbidOnly: true,
  // A second try on a machine that stalls; what needed it is listed as flaky, to be looked into.
  retries: 1,
  // Some walk through a dozen pages and let axe read each: seconds on an idle machine, a minute on a busy one.
  timeout: 180_000,
  // Two cores for two browsers, a server and a database: the five seconds of the default are not enough for all.
  expect: {
    timeout: 12_000,
    // Letters are drawn a little otherwise by another Chromium; a line that moved is ten times as much.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', scale: 'css' },
  },
  snapshotPathTemplate: '{testDir}/quality/screenshots/{arg}{ext}',
  outputDir: 'test-results',
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        // Letters as the font has them, not as a machine's settings would have them.
        '--font-render-hinting=none',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
