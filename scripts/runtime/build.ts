import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildOptions, buildSync } from 'esbuild'
import { StartFailure } from '../postgres/start-failure'
import { type Builds, buildIn, folderOf } from './build-cache'
import { withLock } from './lock.mjs'

const root = path.join(import.meta.dirname, '..', '..')
const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  // The content of /accessibilite.
  'docs/accessibility',
  'server.ts',
  'worker.ts',
  'proxy.ts',
  'instrumentation.ts',
  'scripts/runtime/build.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const WORK = path.join(root, '.avis')

function filesIn(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}

function hashOf(places: string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap((place) => filesIn(path.join(root, place)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Matches settings of a server. A build runs without them, so that it contains none and any server may use it. */
const SETTINGS = /^(?:AVIS_|DATABASE_|OTEL_|LOG_LEVEL$|HOST$|PORT$)/

const without = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !SETTINGS.test(name)))

/**
 * Resolves once a Node program has ended without error. `alsoHeldBy` receives its process id. Throws StartFailure with
 * the program's output.
 */
async function run(what: string, given: string[], env: NodeJS.ProcessEnv, alsoHeldBy: (pid: number) => void) {
  const child = spawn(process.execPath, given, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env })
  const end = () => child.kill()
  process.once('exit', end)
  if (child.pid) alsoHeldBy(child.pid)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const [code] = await once(child, 'close')
  process.off('exit', end)
  if (code !== 0) throw new StartFailure(`${what} failed:\n${said}`)
}

/** Generates the Prisma client when schema.prisma changed. */
export async function generateClient() {
  const stamp = path.join(root, 'lib', 'platform', 'db', 'generated', 'schema.sha256')
  const hash = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isDone()) return
  const prisma = path.join(root, 'node_modules', 'prisma', 'build', 'index.js')
  await withLock(
    path.join(WORK, 'generate.lock'),
    () => undefined,
    async (alsoHeldBy) => {
      if (isDone()) return
      // Generating needs no engine; without this the CLI tries to download one and fails on a closed network.
      const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1' }
      await run('Generating the database client', [prisma, 'generate'], env, alsoHeldBy)
      writeFileSync(stamp, hash)
    },
  )
}

const BUNDLED: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
}

/** Bundles a program of ours and the modules of ours that it imports into one file, which starts fast. */
export function bundle(entry: string, outfile: string) {
  buildSync({ ...BUNDLED, entryPoints: [path.join(root, entry)], outfile })
}

/**
 * Bundles programs of ours into one folder. What they share is there once, and what one imports later is a file of its
 * own, which is read when it is first needed.
 */
function bundleTogether(entries: string[], outdir: string) {
  buildSync({
    ...BUNDLED,
    entryPoints: entries.map((entry) => path.join(root, entry)),
    outdir,
    entryNames: '[name]',
    chunkNames: 'chunk-[hash]',
    outExtension: { '.js': '.mjs' },
    splitting: true,
  })
}

const serverIn = (folder: string) => path.join(folder, 'server.mjs')

const BUILDS: Builds = {
  folder: WORK,
  // Each version of Node builds its own: that it can is part of being supported.
  name: () => `${hashOf(SOURCES).slice(0, 16)}-node${process.versions.node.split('.')[0]}`,
  make: async (folder, alsoHeldBy) => {
    // Next writes the folder of a build into the TypeScript settings that it reads. It gets these, which no other tool
    // reads.
    writeFileSync(path.join(WORK, 'tsconfig.json'), '{ "extends": "../tsconfig.json" }\n')
    const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
    const env = {
      ...without(process.env),
      NODE_ENV: 'production' as const,
      NEXT_TELEMETRY_DISABLED: '1',
      AVIS_BUILD: path.relative(root, folder),
    }
    await run('The build', [next, 'build'], env, alsoHeldBy)
    bundleTogether(['server.ts', 'worker.ts', 'lib/articles/commands/parser.ts'], folder)
  },
}

/** The pages and the server, built. */
export type Build = {
  /** The folder of the whole build. It exists as long as the process that requested it runs. */
  folder: string
  /** The front door: a program for Node. */
  server: string
}
const buildOf = (folder: string): Build => ({ folder, server: serverIn(folder) })

/** Returns the build of the current sources, which may not exist yet. */
export const currentBuild = () => buildOf(folderOf(BUILDS, BUILDS.name()))

/**
 * Builds pages and server for the process `user`, unless that is done (see `buildIn`). Needs no setting, database or
 * network.
 */
export const build = async (say: (line: string) => void, user?: number) =>
  buildOf(await buildIn(BUILDS, say, user))
