import { questionSelect, toQuestion } from '../../surveys/queries/questions'
import type { Correction } from '../../surveys/rules/correction'
import { correctedWordings } from '../rules/corrected-wordings'
import type { AskedQuestion } from '../rules/question-columns'
import type { Tx } from './chosen'

/** Returns every question the survey ever asked, oldest version first, with the corrections of its words. */
export async function askedQuestions(tx: Tx, surveyId: number, version?: number): Promise<AskedQuestion[]> {
  const rows = await tx.question.findMany({
    where: { surveyId, ...(version !== undefined && { version }) },
    orderBy: [{ version: 'asc' }, { position: 'asc' }],
    select: questionSelect,
  })
  const changes = await tx.surveyChange.findMany({
    where: { surveyId, action: 'corrected' },
    orderBy: { id: 'asc' },
    select: { at: true, details: true },
  })
  const logged = changes.map(({ at, details }) => ({
    at,
    corrections: (details as { corrections?: Correction[] } | null)?.corrections ?? [],
  }))
  return rows.map((row) => {
    const question = toQuestion(row)
    const corrections = correctedWordings(question, logged)
    return { ...question, ...(corrections.length && { corrections }) }
  })
}
