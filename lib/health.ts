import { readdirSync } from 'node:fs'
import path from 'node:path'
import { db } from './db'

/** Whether the database answers and has every migration of this version. */
export async function isReady(): Promise<boolean> {
  const expected = readdirSync(path.join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  try {
    const rows = await db().$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`
    const applied = new Set(rows.map((row) => row.name))
    return expected.every((name) => applied.has(name))
  } catch {
    // The one question asked is whether it works: any failure is the answer «no».
    return false
  }
}
