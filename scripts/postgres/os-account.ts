import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartFailure } from './start-failure'

/** A user account of this machine. */
export type Account = { name: string; uid: number; gid: number }

const ACCOUNT_NAME = 'postgres'

function findAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

/**
 * Returns the account as which the server must run, created if it is missing. PostgreSQL refuses root, for whom it is
 * the system account `postgres`. Returns undefined for any other user, whose own account is used.
 */
export function serverAccount(say: (line: string) => void): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const existing = findAccount(ACCOUNT_NAME)
  if (existing) return existing
  say(`PostgreSQL refuses to run as root: making the system account "${ACCOUNT_NAME}" for it.`)
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT_NAME], { stdio: 'pipe' })
  } catch {
    throw new StartFailure(
      `PostgreSQL refuses to run as root, and the account "${ACCOUNT_NAME}" could not be made. ` +
        'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
  const made = findAccount(ACCOUNT_NAME)
  if (!made) throw new StartFailure(`The account "${ACCOUNT_NAME}" was made but is not in /etc/passwd.`)
  return made
}

/** Returns whether `account` may traverse to `folder`, whose last parts need not exist yet. */
function canReach(account: Account, folder: string): boolean {
  const parent = path.dirname(folder)
  if (parent !== folder && !canReach(account, parent)) return false
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (!stat) return true
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}

/** Returns `folder`, or a substitute under /var/lib when the account cannot reach it (a clone in /root, say). */
export function reachable(account: Account | undefined, folder: string, say: (line: string) => void): string {
  if (!account || canReach(account, folder)) return folder
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const standIn = path.join('/var/lib/avis', name)
  say(`The account "${account.name}" cannot reach ${folder}: using ${standIn} in its place.`)
  return standIn
}
