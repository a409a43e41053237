import { localTime } from '../../platform/i18n/newsroom-clock'
import { resultsIn } from '../../results/queries/results'
import type { Results } from '../../results/schema'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { Chosen, Tx } from './chosen'

/** Every result that was cited, oldest first, and last the one of this moment, cited or not. */
export async function snapshotsIn(
  tx: Tx,
  survey: SurveyRecord,
  { from = '', to = '9999', version }: Chosen,
): Promise<Results[]> {
  const rows = await tx.snapshot.findMany({
    where: { surveyId: survey.id },
    orderBy: [{ seq: 'asc' }, { version: 'asc' }],
    select: { body: true },
  })
  const cited = rows.map(({ body }) => JSON.parse(body) as Results)
  const now = await resultsIn(tx, survey)
  return [...cited.filter(({ hash }) => hash !== now.hash), now].filter((results) => {
    const day = localTime(new Date(results.at)).slice(0, 10)
    return day >= from && day <= to && results.version === (version ?? results.version)
  })
}
