/** `npm run pictures`: regenerates the reference screenshots of e2e/quality/screenshots.spec.ts. Look at each before you commit it. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureBrowser } from '../../e2e/fixtures/browser'

ensureBrowser((line) => console.log(line))
const { status } = spawnSync(
  path.join('node_modules', '.bin', 'playwright'),
  ['test', 'e2e/quality/screenshots.spec.ts', '--update-snapshots=changed', '--retries=0', '--reporter=list'],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
