import type { Prisma } from '../../platform/db/client'
import type { Correction } from '../rules/correction'
import type { QuestionInput } from '../schema'

/**
 * Overwrites the wording of a version by that of `questions`, which have the same questions and options
 * (rules/correction.ts). Returns what was changed, for the history.
 */
export async function correctWording(
  tx: Prisma.TransactionClient,
  version: { surveyId: number; version: number },
  questions: QuestionInput[],
): Promise<Correction[]> {
  const corrections = new Map<string, Correction>()
  const note = (question: number, before: string | null, after: string | undefined, option?: number) => {
    if (before === null || after === undefined || before === after) return
    const key = JSON.stringify([question, option === undefined, before, after])
    const options =
      option === undefined ? {} : { options: [...(corrections.get(key)?.options ?? []), option] }
    corrections.set(key, { question, before, after, ...options })
  }
  const stored = await tx.question.findMany({
    where: version,
    orderBy: { position: 'asc' },
    include: { options: { orderBy: { position: 'asc' } } },
  })
  for (const [place, { id, kind, prompt, options }] of stored.entries()) {
    const corrected = questions[place]
    if (!corrected) continue
    note(id, prompt, corrected.prompt)
    await tx.question.update({ where: { id }, data: { prompt: corrected.prompt } })
    for (const [index, option] of options.entries()) {
      const { label, aspect, stance } = corrected.options?.[index] ?? option
      note(id, option.label, label, option.id)
      note(id, option.aspect, aspect ?? undefined, option.id)
      // Of one list, «oui» and «non» are known by their words.
      const known = kind === 'aspects' ? {} : { stance: stance ?? null }
      await tx.option.update({ where: { id: option.id }, data: { label, aspect: aspect ?? null, ...known } })
    }
  }
  return [...corrections.values()]
}
