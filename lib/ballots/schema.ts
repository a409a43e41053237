import { z } from 'zod'
import { MOST_OPTIONS, MOST_QUESTIONS } from '../surveys/schema'

/** About two printed pages: a reader's letter is shorter; what is longer is a document. */
export const TEXT_LENGTH = 4_000
/** Twenty answers of 4,000 characters, each of up to four bytes and percent-encoded, do not occur; 64 KB do. */
export const BODY_BYTES = 64 * 1024

const id = z.int().positive()

export const answerInput = z.strictObject({
  questionId: id,
  optionIds: z.array(id).max(MOST_OPTIONS).optional(),
  text: z.string().optional(),
})

export const ballotInput = z
  .strictObject({ answers: z.array(answerInput).max(MOST_QUESTIONS) })
  .meta({ id: 'BallotInput' })

export type BallotInput = z.infer<typeof ballotInput>
export type AnswerInput = z.infer<typeof answerInput>

/** A reader's own ballot as they get it back. */
export const ballotView = z
  .object({
    slug: z.string(),
    withdrawn: z.boolean(),
    castAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    answers: z.array(answerInput),
  })
  .meta({ id: 'Ballot' })

export type BallotView = z.infer<typeof ballotView>
