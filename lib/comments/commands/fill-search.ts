import { setImmediate as nextTurn } from 'node:timers/promises'
import { db } from '../../platform/db/client'
import { searchWords } from '../rules/search'

/** Small enough that nobody who decides or edits waits for a batch. */
const BATCH = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

type Unfilled = { id: string; revision: number; text: string }

/**
 * Writes the search words of decided comments that lack them. They predate search words, or come from a process of an
 * older version, or from a backup. Works in batches; skips a comment that changes meanwhile, since its next decision
 * writes them. Resolves to how many it wrote.
 */
export async function fillSearch(): Promise<number> {
  let filled = 0
  for (let last = FIRST; ; ) {
    const batch = await db().$queryRaw<Unfilled[]>`/* unfilledSearch */
      SELECT id, revision, text FROM comment
      WHERE id > ${last}::uuid AND search IS NULL AND decision_id IS NOT NULL AND erased_at IS NULL
      ORDER BY id LIMIT ${BATCH}`
    if (!batch.length) return filled
    const words: string[] = []
    for (const { text } of batch) {
      // A batch of long texts would delay every other request.
      await nextTurn()
      words.push(searchWords(text))
    }
    filled += await db().$executeRaw`/* fillSearch */
      UPDATE comment c SET search = i.search::tsvector
      FROM unnest(
        ${batch.map(({ id }) => id)}::uuid[],
        ${batch.map(({ revision }) => revision)}::int[],
        ${words}::text[]
      ) AS i (id, revision, search)
      WHERE c.id = i.id AND c.revision = i.revision AND c.search IS NULL AND c.erased_at IS NULL`
    last = batch.at(-1)?.id ?? last
  }
}
