import { db } from '../../platform/db/client'
import { forgetSurvey } from '../queries/public'
import { keysGoneBefore } from '../rules/lifecycle'

/**
 * Destroys the key of every survey that closed more than READER_KEY_DAYS ago. From then on no cookie leads to a ballot
 * of it. Nor can anybody find out whether two ballots are of one reader. Its receipts still open their ballots.
 * Resolves to how many.
 */
export async function destroyReaderKeys(now = new Date()): Promise<number> {
  const gone = await db().$queryRaw<{ slug: string }[]>`
    UPDATE survey SET reader_key = '' WHERE closes_at < ${keysGoneBefore(now)} AND reader_key <> '' RETURNING slug`
  for (const { slug } of gone) forgetSurvey(slug)
  return gone.length
}
