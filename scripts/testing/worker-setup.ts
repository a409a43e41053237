import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { closeDb } from '../../lib/platform/db/client'
import { forgetAll } from '../../lib/platform/runtime/per-process'
import { workers } from '../../lib/platform/runtime/worker-pool'
import { live } from '../../lib/results/queries/live'
import { composeModules } from '../../lib/server/composition-root'
import { createDatabase } from '../../prisma/migrate'

// Each test file has a database to itself, copied from the migrated template.
const url = new URL(inject('templateUrl'))
url.pathname = `/avis_${randomBytes(6).toString('hex')}`
await createDatabase(url.href, 'avis_template')

// The files of a worker share its modules, which take longer to load than most of their tests take to run. None inherits
// the settings or the state of the one before it.
const kept = globalThis as { environment?: NodeJS.ProcessEnv }
kept.environment ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in kept.environment)) delete process.env[name]
Object.assign(process.env, kept.environment)
forgetAll()

process.env.DATABASE_URL = url.href
process.env.AVIS_SECRET = 'a secret that only tests know, long enough'
process.env.AVIS_DATA = mkdtempSync(path.join(tmpdir(), 'avis-data-'))
process.env.LOG_LEVEL ||= 'silent'
// Most tests check one ballot at a time; what readers see by default has tests of its own.
process.env.AVIS_RESULTS_BATCH = '1'

// As the API does; most tests call commands without it.
composeModules()

afterAll(async () => {
  await live().stop()
  await workers().end()
  await closeDb()
  rmSync(process.env.AVIS_DATA ?? '', { recursive: true, force: true })
})
