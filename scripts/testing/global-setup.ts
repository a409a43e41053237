import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { createDatabase, migrate } from '../../prisma/migrate'
import { startPostgres } from '../postgres'
import { temporaryFolder } from './folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated, empty database that every worker's own is copied from. */
    templateUrl: string
  }
}

async function start() {
  const folder = temporaryFolder()
  // A test's database need not survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const postgres = await startPostgres(folder, () => undefined, { settings })
  const templateUrl = postgres.url('avis_template')
  await createDatabase(templateUrl)
  await migrate(templateUrl)
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { templateUrl, stop }
}

/** What the projects of one run share: each loads this module for itself. */
const run = globalThis as { testDatabase?: ReturnType<typeof start> | undefined; projects?: number }

/** Starts one real PostgreSQL for the run; it is deleted with the run, however that ends. */
export default async function setup(project: TestProject) {
  run.projects = (run.projects ?? 0) + 1
  run.testDatabase ??= start()
  const { templateUrl, stop } = await run.testDatabase
  project.provide('templateUrl', templateUrl)
  return async () => {
    run.projects = (run.projects ?? 1) - 1
    if (run.projects === 0) await stop()
  }
}
