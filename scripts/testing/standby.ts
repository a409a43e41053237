import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { type Postgres, startPostgres } from '../postgres'
import { ask } from './connection'

const never = () => undefined

/**
 * Starts a second server in `folder` that follows the one of `url`, whose cluster is in `home`. From then on a commit
 * is confirmed once both have it. The copy uses PostgreSQL's own functions: pg_basebackup does not come with npm.
 */
export async function startStandby(
  url: string,
  home: string,
  folder: string,
  settings: Record<string, string>,
): Promise<Postgres> {
  const [from, to] = [path.join(home, 'postgres'), path.join(folder, 'postgres')]
  const primary = new Client({ connectionString: url })
  await primary.connect()
  try {
    // The copy is complete only while the connection that began it is open.
    await primary.query(`SELECT pg_backup_start('standby', true)`)
    mkdirSync(folder, { recursive: true })
    execFileSync('cp', ['-a', from, to], { stdio: 'pipe' })
    const { rows } = await primary.query('SELECT labelfile FROM pg_backup_stop(false)')
    for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(path.join(to, name), { force: true })
    writeFileSync(path.join(to, 'backup_label'), rows[0].labelfile)
    writeFileSync(path.join(to, 'standby.signal'), '')
  } finally {
    await primary.end()
  }
  const { hostname, port, username, password } = new URL(url)
  const where = `host=${hostname} port=${port} user=${username} password=${password} application_name=standby`
  appendFileSync(path.join(to, 'postgresql.auto.conf'), `primary_conninfo = '${where}'\n`)
  const { uid, gid } = statSync(from)
  for (const name of ['backup_label', 'standby.signal']) chownSync(path.join(to, name), uid, gid)
  cpSync(path.join(home, 'postgres-password'), path.join(folder, 'postgres-password'))
  const standby = await startPostgres(folder, never, { settings })
  await ask(url, `ALTER SYSTEM SET synchronous_standby_names = 'standby'`)
  await ask(url, 'SELECT pg_reload_conf()')
  return standby
}

/** Returns the pid of the server whose cluster is in `home`. */
export function serverPid(home: string): number {
  const file = path.join(home, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) throw new Error(`no server runs on ${home}`)
  return Number.parseInt(execFileSync('head', ['-1', file], { encoding: 'utf8' }), 10)
}
