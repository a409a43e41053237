/**
 * `npm run test:long`: kills the real server and PostgreSQL under load, twenty times each, and looks whether anything
 * that was answered is lost. Takes some minutes; `npm test` does the same with two kills of each.
 */
import { rmSync } from 'node:fs'
import { build, SERVER } from './build'
import { surviveKills } from './kills/run'
import { temporaryFolder } from './testing/folder'

const KILLS = 20
const CLIENTS = 64

build(console.log)
const folder = temporaryFolder()
const report = await surviveKills({
  folder,
  server: [SERVER],
  serverKills: KILLS,
  postgresKills: KILLS,
  clients: CLIENTS,
  say: console.log,
})
rmSync(folder, { recursive: true, force: true })
console.log(report)
const good = !report.lost.length && !report.doubled && !report.faults.length
console.log(good ? 'Nothing lost, nothing counted twice.' : 'NOT good: see above.')
process.exit(good ? 0 : 1)
