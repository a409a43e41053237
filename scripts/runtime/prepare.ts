/**
 * Provisions and builds for `npm start`, in a process of its own that ends with its work: it takes 200 MB. What the
 * launcher (start.mjs) needs to go on is its message.
 */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { hostOf } from '../../lib/platform/http/listen-address'
import { StartFailure } from '../postgres/start-failure'
import { build } from './build'
import { type Provisioned, provision } from './provision'

const port = Number(process.env.PORT || 3000)
/** The pipe to the launcher, which the database's keeper inherits: the database stops when the launcher ends. */
const HOLD_FD = 4

/** What the launcher needs to serve. */
export type Prepared = {
  /** The front door: a program for Node. */
  server: string
  settings: { DATABASE_URL: string; AVIS_SECRET: string }
  /** Whether the database is the built-in one, which ends with the launcher. */
  builtIn: boolean
  /** The address at which a browser on this machine finds the server. */
  address: string
  /** The address at which the first admin chooses a password, until one has. */
  setUpLink: string | undefined
}

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

/** Loads the demo into an empty database. Returns the first admin's link, until they have chosen a password. */
async function loadDemo(ground: Provisioned): Promise<string | undefined> {
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  const { seed } = await import('../../prisma/seed')
  const { closeDb } = await import('../../lib/platform/db/client')
  if (await seed()) say('Loaded the demo consultation.')
  const { firstAdminLink } = await import('../../lib/staff/commands/links')
  const link = await firstAdminLink(process.env.AVIS_ORIGIN || ownAddress())
  await closeDb()
  return link
}

// The launcher ends this process: what it started on the way must end with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
  process.on(signal, () => process.exit(1))

let ground: Provisioned | undefined
try {
  const settings = await checkSettings()
  await checkPort()
  ground = await provision(say, { patience: settings.DATABASE_WAIT, hold: HOLD_FD })
  const setUpLink = await loadDemo(ground)
  const { server } = await build(say, process.ppid)
  const prepared: Prepared = {
    server,
    settings: { DATABASE_URL: ground.databaseUrl, AVIS_SECRET: ground.secret },
    builtIn: ground.ended !== undefined,
    address: ownAddress(),
    setUpLink,
  }
  process.send?.(prepared, () => process.exit(0))
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  await ground?.stop()
  process.exit(1)
}
