import { db } from '../../platform/db/client'
import type { Correction } from '../rules/correction'

/** A correction of words that readers had seen, and its time. */
export type DatedCorrection = Pick<Correction, 'before' | 'after'> & { at: string }

/** Lists the corrections of one version of a survey's questions made after `since`, first ones first. */
export async function correctionsSince(
  { surveyId, version }: { surveyId: number; version: number },
  since: Date,
): Promise<DatedCorrection[]> {
  const [rows, questions] = await Promise.all([
    db().surveyChange.findMany({
      where: { surveyId, action: 'corrected', at: { gt: since } },
      orderBy: { id: 'asc' },
      select: { at: true, details: true },
    }),
    db().question.findMany({ where: { surveyId, version }, select: { id: true } }),
  ])
  const asked = new Set(questions.map(({ id }) => id))
  return rows.flatMap(({ at, details }) =>
    ((details as { corrections?: Correction[] } | null)?.corrections ?? [])
      // The first corrections that were recorded do not name their question.
      .filter(({ question }) => question === undefined || asked.has(question))
      .map(({ before, after }) => ({ before, after, at: at.toISOString() })),
  )
}
