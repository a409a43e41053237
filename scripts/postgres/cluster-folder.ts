import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries'
import type { Account } from './os-account'
import { commandOf, stopAndWait } from './processes'
import { StartFailure } from './start-failure'

/**
 * Minimum of free bytes. A fresh cluster takes 40 MB and its write-ahead log may grow to 1 GB. With less than this a
 * start is hopeless.
 */
const LEAST_FREE_BYTES = 200 * 1024 * 1024

/** The name of the built-in server's superuser. */
export const SUPERUSER = 'avis'

/**
 * Returns the superuser's password. It is created on first use and stored beside the cluster, readable only by its
 * owner.
 */
export function passwordIn(home: string): string {
  const file = path.join(home, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function checkRoom(home: string) {
  const { bavail, bsize } = statfsSync(home)
  if (bavail * bsize < LEAST_FREE_BYTES) {
    throw new StartFailure(
      `No room for a database: ${home} has ${Math.round((bavail * bsize) / 1e6)} MB free, ` +
        `${LEAST_FREE_BYTES / 1024 / 1024} MB are needed.`,
    )
  }
}

function initialise(binaries: Binaries, account: Account | undefined, home: string, cluster: string) {
  // Built under another name and renamed, so that a cluster exists whole or not at all.
  const unfinished = `${cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const passwordFile = path.join(unfinished, '..', '.initdb-password')
  writeFileSync(passwordFile, `${passwordIn(home)}\n`, { mode: 0o600 })
  if (account) {
    chownSync(unfinished, account.uid, account.gid)
    chownSync(passwordFile, account.uid, account.gid)
  }
  try {
    execFileSync(
      path.join(binaries.folder, 'bin', 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
      ],
      { stdio: 'pipe', cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) },
    )
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error).trim()
    throw new StartFailure(`PostgreSQL could not make its folder in ${home}: ${said.split('\n').at(-1)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, cluster)
}

/** Stops a server that outlived its keeper; removes a lock whose process id now belongs to another process. */
async function clearLock(cluster: string, say: (line: string) => void) {
  const lock = path.join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10)
  if (commandOf(pid)?.includes(cluster)) {
    say('Stopping a PostgreSQL that an earlier run left behind.')
    await stopAndWait(pid, 'SIGINT')
  } else if (commandOf(pid)) {
    // Only then: where no process has that id, PostgreSQL clears its lock itself. It waits until the last process of a
    // killed server has released its memory.
    say('Clearing the lock that an interrupted run left behind.')
    rmSync(lock, { force: true })
  }
}

/**
 * Makes `home` hold a cluster ready to start, and resolves to its folder. Repairs what an interrupted run left: a
 * partial folder, a lock, an orphaned server. Deletes nothing that holds data.
 */
export async function prepareCluster(
  home: string,
  binaries: Binaries,
  account: Account | undefined,
  say: (line: string) => void,
): Promise<string> {
  checkRoom(home)
  const cluster = path.join(home, 'postgres')
  if (existsSync(cluster) && !existsSync(path.join(cluster, 'global', 'pg_control'))) {
    const aside = `${cluster}.incomplete-${Date.now()}`
    say(`${cluster} is not a whole database folder: moved to ${path.basename(aside)}, making a new one.`)
    renameSync(cluster, aside)
  }
  if (!existsSync(cluster)) {
    say('Making a database folder (once)…')
    initialise(binaries, account, home, cluster)
  }
  const major = Number.parseInt(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (major !== binaries.major) {
    throw new StartFailure(
      `${cluster} was made by PostgreSQL ${major}; this version of Avis brings ${binaries.major}. ` +
        'Move the folder away, or set DATABASE_URL to a server of that version.',
    )
  }
  const owner = statSync(cluster).uid
  const runner = account?.uid ?? process.getuid?.() ?? owner
  if (owner !== runner) {
    throw new StartFailure(
      `${cluster} belongs to another user (uid ${owner}): start as that user, or move it away.`,
    )
  }
  await clearLock(cluster, say)
  return cluster
}
