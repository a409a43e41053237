/** The setup of a bench: a durable PostgreSQL of its own, the built servers, and one consultation. */
import { execFileSync, type SpawnOptions } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { createDatabase, migrate } from '../../prisma/migrate'
import { freePort, startPostgres } from '../postgres'
import { currentBuild } from '../runtime/build'
import { temporaryFolder } from '../testing/folder'
import { prepareEarlier } from './earlier'
import { postmasterIn } from './foreign'
import { type Server, startServer } from './processes'
import type { Site } from './site'

const SECRET = 'the secret of the bench, of no reader and no newsroom'
const CHANNEL: SpawnOptions['stdio'] = ['ignore', 'ignore', 'inherit', 'ipc']
const root = path.join(import.meta.dirname, '..', '..')
const references = path.join(import.meta.dirname, 'references')
const plain = path.join(references, 'plain')
const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')

export type Stage = {
  url: string
  secret: string
  /** The process whose children do PostgreSQL's work. */
  postgres: number
  /** Starts the front door of `npm start`; with a channel for messages if wanted. */
  frontDoor: (flags?: string[], settings?: Record<string, string>, channel?: boolean) => Promise<Server>
  /** Starts the earlier build on a database of its own; undefined where there is none. */
  earlier: (say: (line: string) => void) => Promise<Site | undefined>
  /** Starts the same build by `next start`. */
  nextStart: () => Promise<Server>
  /** Starts one of this folder's servers. */
  bare: () => Promise<Server>
  hello: () => Promise<Server>
  plainNext: () => Promise<Server>
  stop: () => Promise<void>
}

/** Starts the database and builds what a bench needs. */
export async function setStage(say: (line: string) => void): Promise<Stage> {
  const folder = temporaryFolder()
  // Durable by default: fsync and synchronous_commit are on.
  const postgres = await startPostgres(folder, say)
  const url = postgres.url('avis_bench')
  await createDatabase(url)
  await migrate(url)
  Object.assign(process.env, { DATABASE_URL: url, AVIS_SECRET: SECRET, AVIS_DATA: path.join(folder, 'data') })
  // That of the sources as they are now: a run outlasts many an edit of them.
  const built = currentBuild()
  // Readers of many networks, behind a proxy; and no limit on how many of them vote in a second.
  const env = {
    NODE_ENV: 'production' as const,
    AVIS_PROXY_HOPS: '1',
    AVIS_VOTES_PER_SECOND: '1000000',
    AVIS_BUILD: path.relative(root, built.folder),
  }
  const start = async (
    command: string[],
    ready: string,
    settings: Record<string, string> = {},
    options: SpawnOptions = {},
  ) =>
    startServer([process.execPath, ...command], await freePort(), {
      cwd: root,
      path: ready,
      env: { ...env, ...settings },
      ...options,
    })
  return {
    url,
    secret: SECRET,
    postgres: postmasterIn(folder),
    frontDoor: (flags = [], settings = {}, channel = false) =>
      start([...flags, built.server], '/readyz', settings, channel ? { stdio: CHANNEL } : {}),
    earlier: async (say) => {
      const own = postgres.url('avis_bench_earlier')
      const settings = { DATABASE_URL: own, AVIS_DATA: path.join(folder, 'data-earlier') }
      const made = await prepareEarlier(own, { ...settings, AVIS_SECRET: SECRET }, say)
      if (!made) return undefined
      const build = { ...settings, AVIS_BUILD: path.relative(made.root, made.folder) }
      const server = await start([made.server], '/readyz', build, { cwd: made.root })
      return { server, survey: made.survey, url: own, secret: SECRET }
    },
    nextStart: () => start([next, 'start'], '/readyz'),
    bare: () => start(['--import', 'tsx', path.join(references, 'bare.ts')], '/'),
    hello: () => start(['--import', 'tsx', path.join(references, 'hello.ts')], '/'),
    plainNext: () => {
      execFileSync(process.execPath, [next, 'build', plain], { cwd: root, stdio: 'pipe' })
      return start([next, 'start', plain], '/ballot')
    },
    stop: async () => {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
