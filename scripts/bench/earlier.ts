/** The build that today's is compared with, made once from its commit in a folder of its own. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { StartFailure } from '../postgres/start-failure'
import type { Consultation } from './site'

/** The last commit before ballots were written by a function of the database and taken before the router. */
export const EARLIER_COMMIT = '3dcacb3'

const root = path.join(import.meta.dirname, '..', '..')
const folder = path.join(root, '.avis', `earlier-${EARLIER_COMMIT}`)
/** Large enough for the output of a build. */
const MAX_OUTPUT = 64 * 2 ** 20

/** Runs in the earlier folder: lays its own database, with its own demo, and says where its server is. */
const PREPARE = `
const { currentBuild } = await import('./scripts/runtime/build.ts')
const { createDatabase, migrate } = await import('./prisma/migrate.ts')
await createDatabase(process.env.DATABASE_URL)
await migrate(process.env.DATABASE_URL)
const { seed } = await import('./prisma/seed.ts')
await seed()
const { demoSurvey } = await import('./prisma/demo.ts')
const { findSurvey } = await import('./lib/surveys/queries/public.ts')
const { closeDb } = await import('./lib/platform/db/client.ts')
const { id, view } = await findSurvey(demoSurvey.slug)
await closeDb()
console.log('\\n' + JSON.stringify({ ...currentBuild(), survey: { id, view } }))
process.exit(0)`

export type Earlier = { root: string; folder: string; server: string; survey: Consultation }

const git = (given: string[]) =>
  execFileSync('git', given, { cwd: root, maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] })

/** Unpacks the sources of the commit; the name of the folder stays free until they are complete. */
function unpack() {
  const begun = `${folder}.begun`
  rmSync(begun, { recursive: true, force: true })
  mkdirSync(begun, { recursive: true })
  execFileSync('tar', ['-x', '-C', begun], { input: git(['archive', EARLIER_COMMIT]) })
  renameSync(begun, folder)
}

/**
 * Makes the earlier build and its database at `url` unless that is done. Undefined, after a sentence that says why,
 * where git has no such commit. Throws StartFailure when it cannot be built.
 */
export async function prepareEarlier(
  url: string,
  env: Record<string, string>,
  say: (line: string) => void,
): Promise<Earlier | undefined> {
  try {
    git(['cat-file', '-e', `${EARLIER_COMMIT}^{commit}`])
  } catch {
    say(`Without the earlier build: this folder has no git history with commit ${EARLIER_COMMIT}.`)
    return undefined
  }
  if (!existsSync(folder)) unpack()
  const run = async (given: string[]) => {
    const settings = { ...process.env, ...env, DATABASE_URL: url, NODE_ENV: 'production' as const }
    const options = { cwd: folder, env: settings, maxBuffer: MAX_OUTPUT }
    return (await promisify(execFile)(process.execPath, given, options)).stdout
  }
  try {
    say(`The earlier build (${EARLIER_COMMIT}); the first time takes minutes…`)
    await run(['scripts/run.mjs', 'build'])
    const said = await run(['--import', 'tsx', '--input-type=module', '--eval', PREPARE])
    return { root: folder, ...JSON.parse(said.trim().split('\n').at(-1) ?? '') }
  } catch (error) {
    throw new StartFailure(`The earlier build (${EARLIER_COMMIT}) failed: ${(error as Error).message}`)
  }
}
