import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createDatabase, migrate } from '../../../prisma/migrate'
import { startPostgres } from '../../postgres'
import { temporaryFolder } from '../folder'

/** Runs `work` with an empty database of its own and a folder, and deletes both afterwards. */
export async function onStage<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = temporaryFolder()
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const postgres = await startPostgres(path.join(folder, 'postgres'), () => undefined, { settings })
  const files = path.join(folder, 'files')
  mkdirSync(files)
  try {
    const url = postgres.url('avis_readers')
    await createDatabase(url)
    await migrate(url)
    const secret = 'a secret that only this command knows, long enough'
    Object.assign(process.env, {
      DATABASE_URL: url,
      AVIS_SECRET: secret,
      AVIS_DATA: path.join(folder, 'data'),
    })
    Object.assign(process.env, { LOG_LEVEL: 'silent', AVIS_RESULTS_BATCH: '1' })
    return await work(files)
  } finally {
    const { closeDb } = await import('../../../lib/platform/db/client')
    await closeDb()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
