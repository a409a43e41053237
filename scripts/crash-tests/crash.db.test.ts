import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { bundle } from '../runtime/build'
import { temporaryFolder } from '../testing/folder'
import { surviveKills } from './run'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a server and a database killed under load lose no ballot that was answered, and count none twice', async () => {
  const server = path.join(import.meta.dirname, '..', '..', '.avis', 'api-server.mjs')
  bundle('scripts/testing/api-server.ts', server)
  const report = await surviveKills({
    folder,
    server: [server],
    serverKills: 2,
    postgresKills: 2,
    clients: 8,
    say: () => undefined,
  })
  expect(report).toMatchObject({ lost: [], doubled: 0, faults: [] })
  // Ballots were under way when it happened: without that, nothing was tried.
  expect(report.repeated).toBeGreaterThan(0)
  expect(report.answered).toBeGreaterThan(200)
}, 600_000)
