import { z } from 'zod'
import { MOST_OPTIONS, MOST_QUESTIONS } from '../surveys/schema'

/** About two printed pages: a reader's letter is shorter; what is longer is a document. */
export const TEXT_LENGTH = 4_000
/** Room for every question answered by a text of full length, each character nine bytes as a form sends it. */
export const BODY_BYTES = MOST_QUESTIONS * TEXT_LENGTH * 9 + 16 * 1024

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
    /** How often it has changed, and what it adds one to: what its leaf in the chain is made of. */
    revision: z.int().positive(),
    cells: z.array(z.string()),
    /** Of the questions it answers; the survey may ask others by now. */
    version: z.int().positive(),
    castAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    /** The options of randomised questions in the order its form showed them. */
    shown: z.array(z.int()).optional(),
    answers: z.array(answerInput),
  })
  .meta({ id: 'Ballot' })

export type BallotView = z.infer<typeof ballotView>
