import type { Prisma } from '../../platform/db/client'

/** The columns of a question that readers need, with the version of the survey that asks it. */
export const questionSelect = {
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
} satisfies Prisma.QuestionSelect

/** Returns the row without fields that do not apply to it: they are absent rather than null. */
export const toQuestion = ({
  options,
  randomised,
  ...question
}: Prisma.QuestionGetPayload<{ select: typeof questionSelect }>) => ({
  ...question,
  ...(randomised && { randomised }),
  options: options.map(({ id, label, aspect, stance }) => ({
    id,
    label,
    ...(aspect && { aspect }),
    ...(stance && { stance }),
  })),
})
