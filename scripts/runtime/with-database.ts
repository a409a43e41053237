import { StartFailure } from '../postgres/start-failure'
import { type Provisioned, type ProvisionOptions, provision } from './provision'

/** Runs `work` on the database of this folder, as the commands do, and closes the database in any case. */
export async function withDatabase<T>(
  options: ProvisionOptions,
  work: (ground: Provisioned) => Promise<T>,
): Promise<T> {
  const ground = await provision(() => undefined, options)
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  try {
    return await work(ground)
  } finally {
    const { closeDb } = await import('../../lib/platform/db/client')
    await closeDb()
    await ground.stop()
  }
}

/**
 * Ends the process with the code to which `work` resolves. After an error it ends with `failure`, and prints a
 * StartFailure as one sentence.
 */
export async function endWith(work: () => Promise<number>, failure = 1): Promise<never> {
  let code = failure
  try {
    code = await work()
  } catch (error) {
    console.error(error instanceof StartFailure ? error.message : error)
  }
  process.exit(code)
}
