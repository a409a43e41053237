/** Runs PostgreSQL's own tools, where the machine has them new enough. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { addressForTools } from '../../lib/platform/db/database-url'
import { StartFailure } from '../postgres/start-failure'
import { LEFT_OUT } from './tables'

const run = promisify(execFile)
/** The folder in which Debian and its relatives keep the tools of each version. */
const DEBIAN = '/usr/lib/postgresql'

function candidates(tool: string): string[] {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((name) => path.join(DEBIAN, name, 'bin')) : []
  return [...onPath, ...versions].map((folder) => path.join(folder, tool)).filter((file) => existsSync(file))
}

function majorOf(file: string): number {
  try {
    const said = execFileSync(file, ['--version'], { encoding: 'utf8', stdio: 'pipe' })
    return Number(/ (\d+)/.exec(said)?.[1] ?? 0)
  } catch {
    // A wrapper without a tool behind it: it counts as missing.
    return 0
  }
}

/**
 * Returns the tool of that name for a server of version `major`; undefined if there is none. The server refuses older
 * ones.
 */
export const findTool = (tool: 'pg_dump' | 'pg_restore', major: number): string | undefined =>
  candidates(tool).find((file) => majorOf(file) >= major)

/** Returns the address without its password, which goes into the environment: every user can read command lines. */
function connection(databaseUrl: string) {
  const url = new URL(addressForTools(databaseUrl))
  const password = decodeURIComponent(url.password)
  url.password = ''
  return { dbname: url.href, env: { ...process.env, ...(password && { PGPASSWORD: password }) } }
}

async function call(tool: string, given: string[], env: NodeJS.ProcessEnv) {
  try {
    await run(tool, given, { env })
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error).trim()
    throw new StartFailure(`${path.basename(tool)} failed: ${said.split('\n').slice(0, 3).join(' ')}`)
  }
}

/** Writes the custom format of pg_dump, from the snapshot with the name `snapshot` (pg_export_snapshot). */
export async function dump(tool: string, databaseUrl: string, snapshot: string, file: string) {
  const { dbname, env } = connection(databaseUrl)
  const given = ['--format=custom', '--no-owner', '--no-acl', '--schema=public', `--snapshot=${snapshot}`]
  given.push(...LEFT_OUT.map((table) => `--exclude-table-data=public.${table}`))
  await call(tool, [...given, `--file=${file}`, `--dbname=${dbname}`], env)
}

/** Loads a file of pg_dump into the empty schema `public`, whole or not at all. */
export async function undump(tool: string, databaseUrl: string, file: string) {
  const { dbname, env } = connection(databaseUrl)
  const given = ['--no-owner', '--no-acl', '--schema=public', '--single-transaction', '--exit-on-error']
  await call(tool, [...given, `--dbname=${dbname}`, file], env)
}
