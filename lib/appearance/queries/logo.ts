import { db } from '../../platform/db/client'
import { LoadingCache } from '../../platform/runtime/loading-cache'
import { oncePerProcess } from '../../platform/runtime/per-process'

/** Limits the logos cached: the one in use, and earlier ones that pages rendered shortly before still request. */
const MAX_KEPT = 4

const kept = () =>
  oncePerProcess('logos', () => new LoadingCache<string, Uint8Array<ArrayBuffer>>({ max: MAX_KEPT }))

const readLogo = async (id: string) =>
  (await db().logo.findUnique({ where: { id }, select: { png: true } }))?.png

/** Resolves to the PNG of that logo, which this process reads from the database once. */
export async function findLogo(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return kept().get(id, readLogo)
}
