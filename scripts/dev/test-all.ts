/**
 * `npm run test:all`: runs everything that `npm test` runs, each test at its full size, and migrates a million ballots.
 * Takes more than half an hour. docs/reliability.md has the last results of each long test.
 */
import { ensureBrowser } from '../../e2e/fixtures/browser'
import { allPassed, runSteps, WHOLE } from './test-plan'

process.env.AVIS_TESTS = 'all'
ensureBrowser((line) => console.log(line))
process.exit(allPassed(await runSteps(WHOLE)) ? 0 : 1)
