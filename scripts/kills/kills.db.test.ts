import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { surviveKills } from './run'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a server and a database killed under load lose no ballot that was answered, and count none twice', async () => {
  const report = await surviveKills({
    folder,
    server: ['--import', 'tsx', path.join(import.meta.dirname, '..', 'testing', 'api-server.ts')],
    serverKills: 2,
    postgresKills: 2,
    clients: 16,
    say: () => undefined,
  })
  expect(report).toMatchObject({ lost: [], doubled: 0, faults: [] })
  // Ballots were under way when it happened: without that, nothing was tried.
  expect(report.repeated).toBeGreaterThan(0)
  expect(report.answered).toBeGreaterThan(400)
}, 300_000)
