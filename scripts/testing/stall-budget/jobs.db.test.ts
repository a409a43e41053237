import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { extent, whole } from '../test-size'
import { commandEntries } from './commands'
import { STALL_BUDGET_MS } from './event-loop-delay'
import { jobEntries } from './jobs'
import { Report } from './report'

const root = path.join(import.meta.dirname, '..', '..', '..')
/** `npm test` tries one in so many inputs of one kind; `npm run test:all` tries all. */
const STEP = extent(8, 1)

it('no regular job holds the event loop for long', { timeout: 1_800_000 }, async () => {
  const report = new Report('regular job')
  for (const [name, jobs] of Object.entries(await jobEntries()))
    for (const [index, { shape, prepare, work }] of jobs.entries()) {
      if (name === 'screening' && index % STEP && !shape.includes('one letter')) continue
      await report.measure(name, shape, work, prepare)
    }
  if (whole) console.log(`${report}`)
  expect(report.stalls, `over ${STALL_BUDGET_MS} ms`).toEqual([])
})

it('no command that reads what others wrote does', { timeout: 600_000 }, async () => {
  const report = new Report('command')
  for (const [name, inputs] of Object.entries(commandEntries()))
    for (const [index, { shape, work }] of inputs.entries())
      if (index % STEP === 0) await report.measure(name, shape, work)
  if (whole) console.log(`${report}`)
  expect(report.stalls, `over ${STALL_BUDGET_MS} ms`).toEqual([])
})

it('every job has an entry, and none that is gone', async () => {
  // The worker's, and those of the front door itself.
  const source = ['lib/server/jobs.ts', 'server.ts']
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
  const jobs = [...source.matchAll(/^ *\w+\('(\w+)', [A-Z_]+_MS,/gm)].map(([, name]) => name)
  expect(Object.keys(await jobEntries()).sort()).toEqual(jobs.sort())
})
