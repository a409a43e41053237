import { db } from '../../platform/db/client'
import { LoadingCache } from '../../platform/runtime/loading-cache'
import { oncePerProcess } from '../../platform/runtime/per-process'

/** The one in use, and those before it that pages of a moment ago ask for. */
const MOST_KEPT = 4

const kept = () =>
  oncePerProcess('logos', () => new LoadingCache<string, Uint8Array<ArrayBuffer>>({ max: MOST_KEPT }))

const readLogo = async (id: string) =>
  (await db().logo.findUnique({ where: { id }, select: { png: true } }))?.png

/** The PNG of that logo, read from the database once by this process. */
export async function findLogo(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return kept().get(id, readLogo)
}
