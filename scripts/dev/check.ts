/** `npm run check`: runs the quick part of `npm test`. */
import { allPassed, CHECKS, runSteps } from './test-plan'

process.exit(allPassed(await runSteps([CHECKS])) ? 0 : 1)
