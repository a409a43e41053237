/** Makes the build that the browser tests start, unless it is there: a step of `npm test`, beside the database tests. */
import { build } from '../runtime/build'

await build((line) => console.log(line))
