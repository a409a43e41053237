/** `npm test`: runs everything, from nothing. */
import { ensureBrowser } from '../../e2e/fixtures/browser'
import { ALL, allPassed, runSteps } from './test-plan'

ensureBrowser((line) => console.log(line))
process.exit(allPassed(await runSteps(ALL)) ? 0 : 1)
