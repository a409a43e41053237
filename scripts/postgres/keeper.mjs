// Keeps one PostgreSQL server for the process that started it. It is a process of its own, in a process group of its
// own, because Ctrl-C reaches the whole group of the terminal. The database must outlive the web server long enough to
// commit what it accepted. When the starting process ends, however it ends, its channel closes and the server is
// stopped. Plain JavaScript, because it stays as long as the server does and a compiler would take 35 MB.
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import path from 'node:path'

/**
 * The message that starts a keeper's server. With `held`, the server stops when the other end of the pipe `HELD_FD`
 * closes, and not when the starting process ends.
 * @typedef {object} KeeperOrder
 * @property {string} home
 * @property {string} cluster
 * @property {string} binaries
 * @property {number} port
 * @property {import('./os-account').Account | undefined} account
 * @property {Record<string, string>} settings
 * @property {boolean} held
 */
/**
 * The keeper's answer: the server is ready, or why it ended.
 * @typedef {{ ready: true } | { ready: false, why: string }} KeeperReport
 */

const LAST_LINES = 5
/** Also matches a standby, which only reads. */
const READY = /ready to accept (?:read-only )?connections/
/** The first descriptor after the standard ones and the channel. */
const HELD_FD = 4

/** @param {KeeperOrder} order */
function keep(order) {
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
  /** @type {string[]} */
  const lines = []
  let ready = false
  /** @param {KeeperReport} message */
  const report = (message) => process.connected && process.send?.(message)
  const stop = () => server.kill('SIGINT')

  server.stderr.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    lines.push(...chunk.trim().split('\n'))
    lines.splice(0, lines.length - LAST_LINES)
    if (!ready && READY.test(chunk)) {
      ready = true
      report({ ready: true })
    }
  })
  /** @param {string} why */
  const end = (why) => {
    if (!ready) report({ ready: false, why })
    rmSync(pidFile, { force: true })
    process.exit(0)
  }
  server.on('error', (error) => end(error.message))
  server.on('exit', () => end(lines.join('\n')))
  // Half open: our end tells that the server still runs, and closes with this process.
  if (order.held)
    new Socket({ fd: HELD_FD, allowHalfOpen: true })
      .on('error', () => undefined)
      .on('end', stop)
      .on('close', stop)
      .resume()
  else process.on('disconnect', stop)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

process.once('message', (order) => keep(/** @type {KeeperOrder} */ (order)))
