/** `npm run check`: the quick part of `npm test`. */
import { CHECKS, runSteps } from './steps'

process.exit((await runSteps(CHECKS)) ? 0 : 1)
