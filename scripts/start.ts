/** `npm start`: from whatever is there to a running Avis, and back down cleanly on Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, SERVER } from './build'
import { type Ground, layGround } from './ground'
import { StartFailure } from './postgres/failure'

const READY_MS = 30_000
const port = Number(process.env.PORT || 3000)
const say = (line: string) => console.log(`  ${line}`)

/** Fails before any work is done when nothing could listen in the end. */
async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartFailure(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
  }
  const probe = createServer()
  probe.listen(port, process.env.HOST || '0.0.0.0')
  try {
    await once(probe, 'listening')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new StartFailure(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1} npm start.`
        : `Port ${port} cannot be used: ${message}`,
    )
  }
  await new Promise((resolve) => probe.close(resolve))
}

async function loadDemo(ground: Ground) {
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  const { seed } = await import('../prisma/seed')
  const { db } = await import('../lib/db')
  if (await seed()) say('Loaded the demo consultation.')
  await db().$disconnect()
}

function serve(): ChildProcess {
  // A process group of its own: Ctrl-C must reach it through us, before the database is stopped.
  return spawn(process.execPath, ['--enable-source-maps', SERVER], {
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
  })
}

async function untilReady(server: ChildProcess) {
  const end = Date.now() + READY_MS
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new StartFailure('The server ended while starting: see above.')
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new StartFailure(`The server was not ready within ${READY_MS / 1000} seconds.`)
}

let ground: Ground | undefined
let server: ChildProcess | undefined
let stopping: Promise<void> | undefined

async function stop() {
  stopping ??= (async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      console.log('\nStopping: finishing the ballots in hand…')
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      await gone
    }
    await ground?.stop()
  })()
  await stopping
}

let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, async () => {
    interrupted = true
    await stop()
    process.exit(0)
  })
}

// A signal sent to npm ends npm and not what it started: we notice that our parent is another, and stop.
const PARENT_CHECK_MS = 500
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}

try {
  console.log('Avis')
  await checkPort()
  ground = await layGround(say)
  await loadDemo(ground)
  build(say)
  server = serve()
  server.once('exit', async (code) => {
    if (interrupted) return
    await stop()
    process.exit(code || 1)
  })
  await untilReady(server)
  console.log(`Avis is ready: http://localhost:${port}  (Ctrl-C stops it)`)
} catch (error) {
  if (!interrupted) {
    console.error(error instanceof StartFailure ? error.message : error)
    await stop()
    process.exit(1)
  }
}
