import type { AskedQuestion } from '../rules/ballots'
import type { Tx } from './chosen'

/** Every question the survey ever asked, oldest version first. */
export async function askedQuestions(tx: Tx, surveyId: number, version?: number): Promise<AskedQuestion[]> {
  const rows = await tx.question.findMany({
    where: { surveyId, ...(version !== undefined && { version }) },
    orderBy: [{ version: 'asc' }, { position: 'asc' }],
    select: {
      id: true,
      version: true,
      kind: true,
      prompt: true,
      required: true,
      randomised: true,
      options: {
        orderBy: { position: 'asc' },
        select: { id: true, label: true, aspect: true, stance: true },
      },
    },
  })
  return rows.map(({ options, randomised, ...question }) => ({
    ...question,
    ...(randomised && { randomised }),
    options: options.map(({ id, label, aspect, stance }) => ({
      id,
      label,
      ...(aspect && { aspect }),
      ...(stance && { stance }),
    })),
  }))
}
