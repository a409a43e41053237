import { LRUCache } from 'lru-cache'
import { db } from '../../db'
import { oncePerProcess } from '../../process'

/** The one in use, and those before it that pages of a moment ago ask for. */
const MOST_KEPT = 4

const kept = () =>
  oncePerProcess('logos', () => new LRUCache<string, Uint8Array<ArrayBuffer>>({ max: MOST_KEPT }))

/** The PNG of that logo, read from the database once by this process. */
export async function findLogo(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const known = kept().get(id)
  if (known) return known
  const row = await db().logo.findUnique({ where: { id }, select: { png: true } })
  if (row) kept().set(id, row.png)
  return row?.png
}
