import { notFound } from 'next/navigation'
import { cardImage } from '../../../card'
import { citedResults } from '../cited'

/** Seconds for which caches may keep it: only its design can change. */
const DAY_SECONDS = 86_400

/** Returns the picture of cited results, with their figures unchanged. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; seq: string }> }) {
  const cited = await citedResults(await params)
  if (!cited) notFound()
  return cardImage(cited.view, cited.results, DAY_SECONDS)
}
