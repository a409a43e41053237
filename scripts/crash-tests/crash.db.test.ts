import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { build, bundle } from '../runtime/build'
import { temporaryFolder } from '../testing/folder'
import { extent, whole } from '../testing/test-size'
import { surviveKills } from './kill-and-check'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KILLS = extent(1, 20)

/** Returns the server to kill: one without pages, which is ready at once, or that of `npm start`. */
async function serverFile(): Promise<string> {
  if (whole) return (await build(console.log)).server
  const file = path.join(import.meta.dirname, '..', '..', '.avis', 'api-server.mjs')
  bundle('scripts/testing/api-server.ts', file)
  return file
}

it('a server and a database killed under load lose no ballot that was answered, and count none twice', async () => {
  const server = await serverFile()
  const report = await surviveKills({
    folder,
    server: [server],
    serverKills: KILLS,
    postgresKills: KILLS,
    clients: extent(8, 64),
    say: whole ? console.log : () => undefined,
  })
  if (whole) console.log(report)
  expect(report).toMatchObject({ lost: [], doubled: 0, faults: [] })
  // Ballots were under way at the kill: otherwise the test proved nothing.
  expect(report.repeated).toBeGreaterThan(0)
  expect(report.answered).toBeGreaterThan(200)
}, 1_800_000)
