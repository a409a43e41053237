// `npm start`: has Avis prepared, serves it, and stops it cleanly on Ctrl-C. Plain JavaScript, and the heavy work in a
// process that ends: this one stays as long as Avis runs (docs/decisions/processes.md).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const READY_MS = 30_000

/** A failure that one sentence explains. */
class Failure extends Error {}

/** @type {ChildProcess | undefined} */
let preparing
/**
 * The pipe that the keeper of the built-in database shares with this process. The database stops when it closes here, and
 * it closes here when the database has ended.
 * @type {import('node:net').Socket | undefined}
 */
let hold
/** @type {ChildProcess | undefined} */
let server
/** @type {Promise<void> | undefined} */
let stopping
let interrupted = false

/** @param {ChildProcess | undefined} child */
const runs = (child) => child && child.exitCode === null && child.signalCode === null

/** @param {ChildProcess | undefined} child */
async function end(child) {
  if (!child || !runs(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

async function stop() {
  stopping ??= (async () => {
    await end(preparing)
    if (runs(server)) console.log('\nStopping: finishing the ballots in hand…')
    await end(server)
    if (!hold || hold.closed) return
    const gone = once(hold, 'close')
    hold.end()
    await gone
  })()
  await stopping
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, async () => {
    interrupted = true
    await stop()
    process.exit(0)
  })

// A signal sent to npm ends npm and not its child processes: we notice that our parent changed, and stop.
const PARENT_CHECK_MS = 500
const parent = process.ppid
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()

/** Resolves to what is needed to serve. Where that fails, the process that prepares has said why. */
async function prepare() {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'prepare.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
  })
  preparing = child
  hold = /** @type {import('node:net').Socket} */ (child.stdio[4])
  hold.on('error', () => undefined).resume()
  /** @type {import('./prepare').Prepared | undefined} */
  let prepared
  child.once('message', (message) => {
    prepared = /** @type {import('./prepare').Prepared} */ (message)
  })
  // Its last message may come after its end, and before the end of its channel.
  const [[code]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  if (prepared) return prepared
  await stop()
  process.exit(interrupted ? 0 : code || 1)
}

/** @param {import('./prepare').Prepared} prepared */
function serve({ server: program, settings }) {
  // A process group of its own: Ctrl-C must reach it through us, before the database is stopped.
  return spawn(process.execPath, [program], {
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...settings, NODE_ENV: 'production', PORT: process.env.PORT || '3000' },
  })
}

/**
 * Resolves once the server itself reports that it serves; another program on its port does not count.
 * @param {ChildProcess} child
 */
async function untilReady(child) {
  const late = sleep(READY_MS, undefined, { ref: false }).then(() => {
    throw new Failure(
      `The server was not ready within ${READY_MS / 1000} seconds: its database does not answer, or is not up to date.`,
    )
  })
  const ended = once(child, 'exit').then(() => {
    throw new Failure('The server ended while starting: see above.')
  })
  await Promise.race([once(child, 'message'), ended, late])
}

/** Stops when the built-in database ends. */
async function watchDatabase() {
  if (hold && !hold.closed) await once(hold, 'close')
  if (stopping) return
  console.error(
    'The built-in database has ended: stopping. Start again; nothing that was acknowledged is lost.',
  )
  await stop()
  process.exit(1)
}

try {
  console.log('Avis')
  const prepared = await prepare()
  if (prepared.builtIn) void watchDatabase()
  server = serve(prepared)
  server.once('exit', async (code) => {
    if (interrupted) return
    await stop()
    process.exit(code || 1)
  })
  await untilReady(server)
  console.log(`Avis is ready: ${prepared.address}  (Ctrl-C stops it)`)
  if (prepared.setUpLink)
    console.log(`First admin, choose your password here (once, within 72 hours): ${prepared.setUpLink}`)
} catch (error) {
  if (!interrupted) {
    console.error(error instanceof Failure ? error.message : error)
    await stop()
    process.exit(1)
  }
}
