import { LRUCache } from 'lru-cache'
import { voteDb } from '../../platform/db/client'
import { batchLookups } from '../../platform/runtime/batched-lookup'
import { oncePerProcess } from '../../platform/runtime/per-process'

/** Maximum addresses that one statement looks up. */
const MAX_TOGETHER = 1_000
/** Maximum remembered addresses of existing surveys. One that was deleted since is still read, and not found. */
const MAX_KNOWN = 10_000

const known = () => oncePerProcess('stored-slugs', () => new LRUCache<string, true>({ max: MAX_KNOWN }))

async function readStored(slugs: string[]): Promise<Set<string>> {
  const rows = await voteDb().$queryRaw<{ slug: string }[]>`/* readStored */
    SELECT slug FROM survey WHERE slug = ANY(${slugs})`
  return new Set(rows.map(({ slug }) => slug))
}

const together = () => oncePerProcess('slugs-together', () => batchLookups(MAX_TOGETHER, readStored))

/**
 * Returns whether a survey has this address, public or not. Requests for random addresses, in any number, use one
 * connection for one short statement at a time. So surveys that are cached never wait behind them.
 */
export async function isStored(slug: string): Promise<boolean> {
  if (known().get(slug)) return true
  const found = await together()(slug)
  if (found) known().set(slug, true)
  return found
}
