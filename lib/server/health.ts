import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type Checked, checkLately } from '../operations/data-check'
import { db } from '../platform/db/client'
import { oncePerProcess } from '../platform/runtime/per-process'

/** Resolves to whether the database answers and has every migration of this version. */
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
    // The only question is whether it works: any failure is the answer «no».
    return false
  }
}

type Looking = { running: Promise<Checked> | undefined }

/**
 * Runs one check at a time, which all simultaneous callers share. It reads ballots, and must not become a load of its
 * own.
 */
async function lookOnce(): Promise<Checked> {
  const state = oncePerProcess<Looking>('deep-health', () => ({ running: undefined }))
  state.running ??= checkLately().finally(() => {
    state.running = undefined
  })
  return state.running
}

/**
 * Checks the data of the surveys that changed last, as far as a few seconds reach. Resolves to whether it is
 * sound, how many surveys were checked, whether all were reached, and the number of faults of each broken invariant; to its
 * state alone while the server is not ready. The rows themselves are shown only by `npm run check:data`, on the machine.
 */
export async function deepHealth() {
  if (!(await isReady())) return { sound: false, status: 'not ready' }
  const { surveys, faults, complete } = await lookOnce()
  const broken: Record<string, number> = {}
  for (const { invariant } of faults) broken[invariant] = (broken[invariant] ?? 0) + 1
  const sound = faults.length === 0
  return { sound, status: sound ? 'sound' : 'unsound', surveys, complete, broken }
}
