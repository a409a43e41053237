import { defineConfig } from '@playwright/test'
import { BROWSER_ARGS, browserExecutable } from './e2e/fixtures/browser'

const executablePath = browserExecutable()
const PAGES = '**/quality/pages.spec.ts'
/** Files whose tests take long or have a server of their own: last, they would keep one core alone for half a minute. */
const LONG = [
  '**/quality/guide-tour.spec.ts',
  '**/operations/{outage,start,stop,worker}.spec.ts',
  '**/readers/figures-in-steps.spec.ts',
  '**/security/{authorisation,malformed-requests,raw-http,xss}.spec.ts',
  '**/staff/{accounts,appearance}.spec.ts',
]

export default defineConfig({
  testDir: 'e2e',
  // First, while lists of everybody’s consultations and accounts are short: other tests only add to them.
  projects: [
    { name: 'pages', testMatch: PAGES },
    { name: 'long', testMatch: LONG },
    { name: 'others', testIgnore: [PAGES, ...LONG] },
  ],
  globalSetup: './e2e/fixtures/global-setup.ts',
  fullyParallel: true,
  // Each waits for the server, the database and its own page more than it works.
  workers: 4,
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
      args: BROWSER_ARGS,
    },
  },
})
