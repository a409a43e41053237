/**
 * A process of its own for one export, so that its memory belongs to nothing else. Its input is a survey, a small one
 * to warm up on, a format and a file. It reports rows, seconds, bytes and the maximum growth of its memory.
 */
import { statSync } from 'node:fs'
import { exportSurvey } from '../../lib/exports/commands/export'
import { exportInput } from '../../lib/exports/schema'
import { findSurvey } from '../../lib/surveys/queries/public'

const SAMPLE_MS = 20
const [, , slug = '', small = '', format, file = ''] = process.argv

async function run(name: string) {
  const survey = await findSurvey(name)
  if (!survey) throw new Error(`no survey ${name}`)
  return exportSurvey(survey, exportInput.parse({ format }), file)
}

await run(small)
const before = process.memoryUsage.rss()
let most = before
const timer = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, SAMPLE_MS)
const begun = performance.now()
const { rows } = await run(slug)
const seconds = (performance.now() - begun) / 1000
clearInterval(timer)
process.send?.({ rows, seconds, bytes: statSync(file).size, grown: most - before })
process.exit(0)
