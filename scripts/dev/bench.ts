/** `npm run bench`: measures how fast Avis is on this machine, beside references measured in the same run. */
import { commandArguments } from '../cli/arguments'
import { StartFailure } from '../postgres/start-failure'

const { quick = false, soak = false, streams = false } = commandArguments('bench').options
const { setStage } = await import('../bench/environment')
const say = (line: string) => console.log(`  ${line}`)
try {
  const stage = await setStage(say)
  try {
    if (soak) await (await import('../bench/soak')).soak(stage, say)
    else if (streams) await (await import('../bench/streams')).streams(stage, quick, say)
    else await (await import('../bench/run')).run(stage, quick, say)
  } finally {
    await (await import('../../lib/platform/db/client')).closeDb()
    await stage.stop()
  }
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
