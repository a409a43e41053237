/** `npm start`: provisions, builds and serves Avis, and stops it cleanly on Ctrl-C. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { hostOf } from '../../lib/platform/http/listen-address'
import { StartFailure } from '../postgres/start-failure'
import { type Build, build } from './build'
import { type Provisioned, provision } from './provision'

const READY_MS = 30_000
const port = Number(process.env.PORT || 3000)
/** Matches values of HOST that mean every interface. */
const EVERYWHERE = /^(?:|0\.0\.0\.0|::)$/

/** Returns the address at which a browser on this machine finds the server. */
function ownAddress() {
  const host = process.env.HOST ?? ''
  if (EVERYWHERE.test(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

const say = (line: string) => console.log(`  ${line}`)

/** Values that stand in for the built-in database and secret, so that the other settings can be checked first. */
const LATER = {
  DATABASE_URL: 'postgresql://localhost/avis',
  AVIS_SECRET: 'made on first use and kept in a file',
}

async function checkSettings() {
  const { settingsOf } = await import('../../lib/platform/runtime/env')
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value))
  // The address of the database has a sentence of its own (provision.ts).
  const settings = settingsOf({ ...LATER, ...given, DATABASE_URL: LATER.DATABASE_URL })
  if (!settings.ok) throw new StartFailure(settings.why)
  return settings.settings
}

/** Fails before any work is done when the server could not listen on the port. */
async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartFailure(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
  }
  const probe = createServer()
  probe.listen(port, hostOf(process.env.HOST, Number(process.env.AVIS_PROXY_HOPS) || 0))
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

/** The address at which the first admin chooses a password, until one has. */
let setUpLink: string | undefined

async function loadDemo(ground: Provisioned) {
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  const { seed } = await import('../../prisma/seed')
  const { closeDb } = await import('../../lib/platform/db/client')
  if (await seed()) say('Loaded the demo consultation.')
  const { firstAdminLink } = await import('../../lib/staff/commands/links')
  setUpLink = await firstAdminLink(process.env.AVIS_ORIGIN || ownAddress())
  await closeDb()
}

function serve({ server: program }: Build): ChildProcess {
  // A process group of its own: Ctrl-C must reach it through us, before the database is stopped.
  return spawn(process.execPath, [program], {
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
  })
}

/** Resolves once the server itself reports that it serves; another program on its port does not count. */
async function untilReady(server: ChildProcess) {
  const late = sleep(READY_MS, undefined, { ref: false }).then(() => {
    throw new StartFailure(
      `The server was not ready within ${READY_MS / 1000} seconds: its database does not answer, or is not up to date.`,
    )
  })
  const ended = once(server, 'exit').then(() => {
    throw new StartFailure('The server ended while starting: see above.')
  })
  await Promise.race([once(server, 'message'), ended, late])
}

let ground: Provisioned | undefined
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

// A signal sent to npm ends npm and not its child processes: we notice that our parent changed, and stop.
const PARENT_CHECK_MS = 500
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}

try {
  console.log('Avis')
  const settings = await checkSettings()
  await checkPort()
  ground = await provision(say, { patience: settings.DATABASE_WAIT })
  ground.ended?.then(async () => {
    if (stopping) return
    console.error(
      'The built-in database has ended: stopping. Start again; nothing that was acknowledged is lost.',
    )
    await stop()
    process.exit(1)
  })
  await loadDemo(ground)
  server = serve(await build(say))
  server.once('exit', async (code) => {
    if (interrupted) return
    await stop()
    process.exit(code || 1)
  })
  await untilReady(server)
  console.log(`Avis is ready: ${ownAddress()}  (Ctrl-C stops it)`)
  if (setUpLink) console.log(`First admin, choose your password here (once, within 72 hours): ${setUpLink}`)
} catch (error) {
  if (!interrupted) {
    console.error(error instanceof StartFailure ? error.message : error)
    await stop()
    process.exit(1)
  }
}
