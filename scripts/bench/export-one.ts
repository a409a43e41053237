/**
 * A process of its own for one export, so that its memory belongs to nothing else. Its input is a survey, a small one
 * to warm up on, a format and a file. It reports rows, seconds, bytes, the maximum growth of its memory, and for how
 * long it held the event loop at most.
 */
import { statSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { exportSurvey } from '../../lib/exports/commands/export-survey'
import { exportInput } from '../../lib/exports/schema'
import { findSurvey } from '../../lib/surveys/queries/public'

const SAMPLE_MS = 20
/** Milliseconds between two looks at the event loop; what is reported includes them. */
const LOOK_MS = 1
const [, , slug = '', small = '', format, file = ''] = process.argv

async function run(name: string) {
  const survey = await findSurvey(name)
  if (!survey) throw new Error(`no survey ${name}`)
  return exportSurvey(survey, exportInput.parse({ format }), file)
}

/** Memory of the process in bytes: all of it, V8's heap, and what is outside of that heap. */
type Memory = { rss: number; heap: number; external: number }
function memory(): Memory {
  const { rss, heapTotal, external } = process.memoryUsage()
  return { rss, heap: heapTotal, external }
}
const eachOf = (one: Memory, other: Memory, of: (a: number, b: number) => number): Memory => ({
  rss: of(one.rss, other.rss),
  heap: of(one.heap, other.heap),
  external: of(one.external, other.external),
})

await run(small)
const before = memory()
let most = before
const sample = () => {
  most = eachOf(most, memory(), Math.max)
}
const timer = setInterval(sample, SAMPLE_MS)
const delay = monitorEventLoopDelay({ resolution: LOOK_MS })
delay.enable()
const begun = performance.now()
const { rows } = await run(slug)
const seconds = (performance.now() - begun) / 1000
delay.disable()
clearInterval(timer)
sample()
const grown = eachOf(most, before, (most, before) => most - before)
process.send?.({ rows, seconds, bytes: statSync(file).size, grown, held: delay.max / 1e6 })
process.exit(0)
