/** `npm test`: everything, from nothing. */
import { ensureBrowser } from '../e2e/fixtures/browser'
import { ALL, runSteps } from './steps'

ensureBrowser((line) => console.log(line))
process.exit((await runSteps(ALL)) ? 0 : 1)
