/**
 * `npm run test:long`: migrates a million ballots while readers vote, then kills the real server and PostgreSQL under
 * load, twenty times each, and looks whether anything that was answered is lost; then sends ten thousand odd requests,
 * and measures how long the largest ones of every shape hold the event loop. Takes a quarter of an hour; `npm test` does
 * the same with 20,000 ballots, two kills of each, 800 requests and some of the shapes. Results:
 * docs/reliability.md.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { surviveKills } from '../crash-tests/run'
import { build } from '../runtime/build'
import { temporaryFolder } from '../testing/folder'

const KILLS = 20
const CLIENTS = 64
const FUZZ_REQUESTS = 10_000

const million = path.join(import.meta.dirname, '..', 'testing', 'traffic', 'million.ts')
const migrated = spawnSync(process.execPath, ['--import', 'tsx', million], { stdio: 'inherit' })

const { server } = await build(console.log)
const folder = temporaryFolder()
const report = await surviveKills({
  folder,
  server: [server],
  serverKills: KILLS,
  postgresKills: KILLS,
  clients: CLIENTS,
  say: console.log,
})
rmSync(folder, { recursive: true, force: true })
console.log(report)
const good = !report.lost.length && !report.doubled && !report.faults.length
console.log(good ? 'Nothing lost, nothing counted twice.' : 'NOT good: see above.')

const playwright = path.join(import.meta.dirname, '..', '..', 'node_modules', '@playwright', 'test', 'cli.js')
const fuzzed = spawnSync(process.execPath, [playwright, 'test', 'e2e/security/fuzz.spec.ts'], {
  stdio: 'inherit',
  env: { ...process.env, AVIS_FUZZ_REQUESTS: String(FUZZ_REQUESTS) },
})
// In npm test, these files measure a part; each prints its table here.
const vitest = path.join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs')
const measured = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'database', '--no-file-parallelism', 'scripts/testing/stall-budget'],
  { stdio: 'inherit', env: { ...process.env, AVIS_STALL: 'whole' } },
)
process.exit(good && measured.status === 0 && migrated.status === 0 && fuzzed.status === 0 ? 0 : 1)
