import { TITLE } from '../../platform/db/title'
import { localDay } from '../../platform/i18n/newsroom-clock'
import { resultsIn } from '../../results/queries/results'
import type { Results } from '../../results/schema'
import type { SurveyRecord } from '../../surveys/queries/public'
import { type Chosen, inBatches, sizeOfRows, type Tx } from './chosen'

type Kept = { seq: bigint; version: number; body: string }

/** Every result that was cited, oldest first, and last the one of this moment, cited or not. */
export async function* snapshotsIn(
  tx: Tx,
  survey: SurveyRecord,
  { from = '', to = '9999', version }: Chosen,
): AsyncGenerator<Results[]> {
  const now = await resultsIn(tx, survey)
  const isChosen = (results: Results) => {
    const day = localDay(new Date(results.at))
    return day >= from && day <= to && results.version === (version ?? results.version)
  }
  // Readers cite what they like, and as often: there may be more than memory should hold.
  const batches = inBatches<Kept[]>(
    (before, take) => {
      const last = before?.at(-1)
      return tx.$queryRaw`
        SELECT seq, version, body FROM snapshot
        WHERE title_id = ${TITLE} AND survey_id = ${survey.id} AND (seq, version) > (${last?.seq ?? -1n}, ${last?.version ?? 0})
        ORDER BY seq, version LIMIT ${take}`
    },
    sizeOfRows(({ body }) => body.length),
  )
  for await (const batch of batches)
    yield batch
      .map(({ body }) => JSON.parse(body) as Results)
      .filter((results) => results.hash !== now.hash && isChosen(results))
  yield [now].filter(isChosen)
}
