/**
 * Keeps one PostgreSQL server for the process that started it. It is a process of its own, in a process group of its
 * own, because Ctrl-C reaches the whole group of the terminal. The database must outlive the web server long enough to
 * commit what it accepted. When the starting process ends, however it ends, its channel closes and the server is
 * stopped.
 */
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Account } from './os-account'

/** The message that starts a keeper's server. */
export type KeeperOrder = {
  home: string
  cluster: string
  binaries: string
  port: number
  account: Account | undefined
  settings: Record<string, string>
}
/** The keeper's answer: the server is ready, or why it ended. */
export type KeeperReport = { ready: true } | { ready: false; why: string }

const LAST_LINES = 5
/** Also matches a standby, which only reads. */
const READY = /ready to accept (?:read-only )?connections/

function keep(order: KeeperOrder) {
  const pidFile = path.join(order.home, 'keeper.pid')
  writeFileSync(pidFile, String(process.pid))
  const settings = Object.entries(order.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(
    path.join(order.binaries, 'bin', 'postgres'),
    ['-D', order.cluster, '-p', String(order.port), ...settings],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
      ...(order.account && { uid: order.account.uid, gid: order.account.gid }),
    },
  )
  const lines: string[] = []
  let ready = false
  const report = (message: KeeperReport) => process.connected && process.send?.(message)
  const stop = () => server.kill('SIGINT')

  server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    lines.push(...chunk.trim().split('\n'))
    lines.splice(0, lines.length - LAST_LINES)
    if (!ready && READY.test(chunk)) {
      ready = true
      report({ ready: true })
    }
  })
  const end = (why: string) => {
    if (!ready) report({ ready: false, why })
    rmSync(pidFile, { force: true })
    process.exit(0)
  }
  server.on('error', (error) => end(error.message))
  server.on('exit', () => end(lines.join('\n')))
  process.on('disconnect', stop)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

process.once('message', (order) => keep(order as KeeperOrder))
