import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** The last state before votes took a short way, and the regular jobs a process of their own. */
export const EARLIER = '3dcacb3032a81db311fccc9cc5084a56e6ed5ea1'
const root = path.join(import.meta.dirname, '..', '..')
const folder = path.join(root, '.avis', 'earlier')

const run = (command: string, given: string[], cwd: string) =>
  execFileSync(command, given, { cwd, stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 2 ** 28 })

/** Returns the front door's program of the build in `folder`; undefined before there is one. */
function builtServer(): string | undefined {
  const builds = path.join(folder, '.avis', 'builds')
  if (!existsSync(builds)) return undefined
  const servers = readdirSync(builds).map((name) => path.join(builds, name, 'server.mjs'))
  return servers
    .filter((file) => existsSync(file))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
}

/** An earlier Avis: where it runs, and its front door. */
export type EarlierBuild = { root: string; server: string }

/**
 * Builds the earlier Avis from its commit, once, with the packages that it names. Returns undefined where the history
 * lacks the commit, as in a download without it.
 */
export function earlierBuild(say: (line: string) => void): EarlierBuild | undefined {
  try {
    execFileSync('git', ['cat-file', '-e', `${EARLIER}^{commit}`], { cwd: root, stdio: 'ignore' })
  } catch {
    say('The earlier build is left out: this copy of the history lacks its commit.')
    return undefined
  }
  const before = builtServer()
  if (before) return { root: folder, server: before }
  say('Building the earlier Avis, once…')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const packed = path.join(folder, 'earlier.tar')
  run('git', ['archive', '--output', packed, EARLIER], root)
  run('tar', ['-xf', packed, '-C', folder], root)
  rmSync(packed)
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  run(process.execPath, ['scripts/run.mjs', 'build'], folder)
  const server = builtServer()
  if (!server) throw new Error('the earlier Avis could not be built')
  return { root: folder, server }
}
