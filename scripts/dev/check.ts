/** `npm run check`: runs the quick part of `npm test`. */
import { allPassed, CHECKS, runSteps } from './steps'

process.exit(allPassed(await runSteps([CHECKS])) ? 0 : 1)
