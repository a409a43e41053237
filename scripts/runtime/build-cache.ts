import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive, mark, withLock } from './lock.mjs'

/** A folder of builds, and how to create one. */
export type Builds = {
  /** The folder of builds, locks and records of the processes that use them. */
  folder: string
  /** Returns the name of the current sources: other sources have another name. */
  name: () => string
  /** Builds into `folder`, which is empty; `alsoHeldBy` receives the id of each process that it starts. */
  make: (folder: string, alsoHeldBy: (pid: number) => void) => Promise<void>
}

/** The file that marks a complete build. */
const DONE = 'done'

/** Returns the folder of the build `name`. */
export const folderOf = ({ folder }: Builds, name: string) => path.join(folder, 'builds', name)

/** Deletes builds of other sources that no running process has requested. */
function removeOld({ folder }: Builds, current: string) {
  const uses = path.join(folder, 'uses')
  const used = new Set([current])
  for (const file of readdirSync(uses)) {
    const [name = '', marked = ''] = readFileSync(path.join(uses, file), 'utf8').split('\n')
    if (isAlive(marked)) used.add(name)
    else rmSync(path.join(uses, file), { force: true })
  }
  for (const name of readdirSync(path.join(folder, 'builds'))) {
    if (used.has(name)) continue
    const old = path.join(folder, 'builds', name)
    rmSync(path.join(old, DONE), { force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/**
 * Resolves to the folder of a build of the current sources, built now unless it exists. It stays whole until this
 * process ends (or `user`, another one), whatever is built meanwhile: builds of other sources have other folders. One process builds at a time;
 * others wait, and print that they do.
 */
export async function buildIn(
  builds: Builds,
  say: (line: string) => void,
  user = process.pid,
): Promise<string> {
  const waits = (pid: string) => say(`Another process (${pid}) is building in this folder: waiting for it…`)
  return withLock(path.join(builds.folder, 'build.lock'), waits, async (alsoHeldBy) => {
    const name = builds.name()
    const folder = folderOf(builds, name)
    const uses = path.join(builds.folder, 'uses')
    mkdirSync(uses, { recursive: true })
    writeFileSync(path.join(uses, String(user)), `${name}\n${mark(user)}`)
    if (existsSync(path.join(folder, DONE))) return folder
    say('Building the pages (about half a minute, only when a source changed)…')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await builds.make(folder, alsoHeldBy)
    writeFileSync(path.join(folder, DONE), '')
    removeOld(builds, name)
    return folder
  })
}
