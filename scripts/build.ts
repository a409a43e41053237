import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { StartFailure } from './postgres/failure'

const root = path.join(import.meta.dirname, '..')
const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'server.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
export const SERVER = path.join(root, '.avis', 'server.mjs')

function filesIn(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
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

/** Runs `make` unless it already succeeded on the same sources. */
function unlessDone(stamp: string, hash: string, make: () => void): boolean {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  make()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
  return true
}

/** Generates the Prisma client when schema.prisma changed. */
export function generateClient() {
  const stamp = path.join(root, 'lib', 'generated', 'schema.sha256')
  unlessDone(stamp, hashOf(['prisma/schema.prisma', 'package-lock.json']), () => {
    const prisma = path.join(root, 'node_modules', 'prisma', 'build', 'index.js')
    execFileSync(process.execPath, [prisma, 'generate'], {
      cwd: root,
      stdio: 'pipe',
      // Generating needs no engine; without this the CLI tries to download one and fails on a closed network.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1' },
    })
  })
}

/** Puts a program of ours and what it imports of ours into one file: it starts in a moment. */
export function bundle(entry: string, outfile: string) {
  buildSync({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}

function buildPages() {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const built = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) throw new StartFailure(`The build failed:\n${built.stdout}\n${built.stderr}`)
}

/** Builds pages and server when a source changed since the last good build; returns whether it did. */
export function build(say: (line: string) => void): boolean {
  return unlessDone(path.join(root, '.avis', 'build.sha256'), hashOf(SOURCES), () => {
    say('Building the pages (about half a minute, only when a source changed)…')
    buildPages()
    bundle('server.ts', SERVER)
    bundle('lib/articles/commands/parser.ts', path.join(path.dirname(SERVER), 'parser.mjs'))
  })
}
