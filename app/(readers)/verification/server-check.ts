import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { findBallot, findReceiptHash } from '@/lib/ballots/queries/ballot'
import { readerOfPage } from '@/lib/readers/cookies'
import { findChainPage } from '@/lib/results/queries/chain'
import { findResults } from '@/lib/results/queries/results'
import { verifyBallot } from '@/lib/results/rules/verify-ballot'
import { findSurvey } from '@/lib/surveys/queries/public'
import { showsResults } from '@/lib/surveys/rules/lifecycle'

/** Maximum links that one request checks; a browser with JavaScript checks any number. */
const MAX_LINKS = 20_000

class TooLong extends Error {}

/**
 * Checks a receipt for a reader without JavaScript: this server verifies its own chain. Returns `too-long` for a longer
 * chain; undefined when this browser has no ballot there.
 */
export async function checkHere(slug: string) {
  const survey = await findSurvey(slug)
  if (!survey) return undefined
  const reader = readerOfPage(await cookies(), survey)
  const [ballot, receiptHash] = reader
    ? await Promise.all([findBallot(survey, reader), findReceiptHash(survey.id, reader)])
    : []
  if (!ballot || !receiptHash) return undefined
  const shown = showsResults(survey.view) ? await findResults(survey) : undefined
  let reached = 0
  try {
    const verdict = await verifyBallot(
      { receiptHash, ballot, shown },
      {
        sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
        page: (asked, leaves) => findChainPage(survey.id, asked, leaves),
        onReach: () => {
          if (++reached > MAX_LINKS) throw new TooLong()
        },
      },
    )
    const asked = (await findSurvey(slug, ballot.version)) ?? survey
    return { survey: asked.view, ballot, verdict }
  } catch (error) {
    if (error instanceof TooLong) return 'too-long'
    throw error
  }
}
