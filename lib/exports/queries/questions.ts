import { questionSelect, toQuestion } from '../../surveys/queries/questions'
import type { AskedQuestion } from '../rules/question-columns'
import type { Tx } from './chosen'

/** Every question the survey ever asked, oldest version first. */
export async function askedQuestions(tx: Tx, surveyId: number, version?: number): Promise<AskedQuestion[]> {
  const rows = await tx.question.findMany({
    where: { surveyId, ...(version !== undefined && { version }) },
    orderBy: [{ version: 'asc' }, { position: 'asc' }],
    select: questionSelect,
  })
  return rows.map(toQuestion)
}
