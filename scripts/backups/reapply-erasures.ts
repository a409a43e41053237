import { withdrawAgain } from '../../lib/ballots/commands/erase'
import { fileErasures, recordErasure } from '../../lib/ballots/commands/erasure-log'
import { eraseAgain } from '../../lib/comments/commands/erase'
import { db } from '../../lib/platform/db/client'
import { composeModules } from '../../lib/server/composition-root'
import { gatherErasures, type Sources } from './gather-erasures'

/**
 * Erases in a restored database what was erased since its backup. Records it in that database's own list, for the next
 * restore. Resolves to how many texts and ballots had come back.
 */
export async function reapplyErasures(sources: Sources) {
  composeModules()
  const { outcomes, undecided } = await gatherErasures(sources)
  for (const { at, ...one } of outcomes) await recordErasure(db(), one, new Date(at))
  const [texts, ballots] = [await eraseAgain(outcomes), await withdrawAgain(outcomes)]
  await fileErasures()
  return { texts, ballots, undecided }
}
