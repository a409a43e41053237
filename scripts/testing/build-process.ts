/** A process that requests a build of the sources named by its second argument, and uses it until it ends. */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIn } from '../runtime/build-cache'

const LOOK_MS = 20
/** With a third argument the build waits until that file exists. */
const [, , folder = '', name = '', gate] = process.argv
// Its parent's channel keeps it alive.
process.on('message', () => undefined)
const say = (line: string) => process.send?.({ said: line })
const built = await buildIn(
  {
    folder,
    name: () => name,
    make: async (place) => {
      writeFileSync(path.join(place, 'half'), name)
      say('half')
      while (gate && !existsSync(gate)) await sleep(LOOK_MS)
      writeFileSync(path.join(place, 'whole'), name)
    },
  },
  say,
)
process.send?.({ built })
