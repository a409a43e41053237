import { notFound } from 'next/navigation'
import { cardImage } from '../../../card'
import { citedResults } from '../cited'

/** It never changes but for how it is drawn. */
const DAY_SECONDS = 86_400

/** The picture of results that were cited: their figures, as they were. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; seq: string }> }) {
  const cited = await citedResults(await params)
  if (!cited) notFound()
  return cardImage(cited.view, cited.results, DAY_SECONDS)
}
