/** `npm run bench`: how fast Avis is on this machine, beside references measured in the same run. */
import { parseArgs } from 'node:util'
import { StartFailure } from './postgres/failure'

const USAGE = `npm run bench [-- --quick | --soak | --streams]
  --quick   shorter runs and fewer ballots; nothing is written
  --soak    ten minutes of steady voting, with the heap compared at both ends
  --streams 5,000 readers who follow one consultation`

function readArguments() {
  try {
    return parseArgs({
      options: { quick: { type: 'boolean' }, soak: { type: 'boolean' }, streams: { type: 'boolean' } },
    }).values
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

const { quick = false, soak = false, streams = false } = readArguments()
const { setStage } = await import('./bench/stage')
const say = (line: string) => console.log(`  ${line}`)
try {
  const stage = await setStage(say)
  try {
    if (soak) await (await import('./bench/soak')).soak(stage, say)
    else if (streams) await (await import('./bench/streams')).streams(stage, say)
    else await (await import('./bench/run')).run(stage, quick, say)
  } finally {
    await (await import('../lib/db')).closeDb()
    await stage.stop()
  }
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
