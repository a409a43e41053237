import type { Prisma } from '../../platform/db/client'

/** Of a question, what a reader is asked and which version of the survey asks it. */
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

/** The row without what does not apply to it: such a field is left out rather than null. */
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
