/**
 * `npm run pictures`: regenerates the reference screenshots in e2e/quality/screenshots. Check each one before you
 * commit it.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureBrowser } from '../../e2e/fixtures/browser'
import { PICTURES } from '../../e2e/fixtures/checks/screenshot'

/** The tests of the states that have a picture, by their titles. */
const pictured = Object.keys(PICTURES).map((title) => `${title.replace(/[[\]/]/g, '\\$&')}$`)

ensureBrowser((line) => console.log(line))
// All of them: a changed word is a difference that the comparison tolerates.
const { status } = spawnSync(
  path.join('node_modules', '.bin', 'playwright'),
  [
    ...['test', 'e2e/quality/pages.spec.ts', `--grep=(?:^| )(?:${pictured.join('|')})`],
    ...['--update-snapshots=all', '--retries=0', '--reporter=list'],
  ],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
