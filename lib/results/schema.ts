import { z } from 'zod'

const count = z.int().min(0)

export const questionResults = z.object({
  id: z.int(),
  /** Ballots that answered this question in any way. */
  answered: count,
  options: z.array(z.object({ id: z.int(), count })),
  /** For `aspects`: how often each combination of judgements was given, of those who judged every aspect. */
  joint: z.array(z.object({ optionIds: z.array(z.int()), count })).optional(),
})

export const results = z
  .object({
    slug: z.string(),
    /** Grows by one with every commit that moves the tally; 0 before the first ballot. */
    seq: count,
    at: z.iso.datetime(),
    /** Of the survey's questions: counts are of ballots that answer this version. */
    version: z.int().positive(),
    ballots: count,
    /** Ballots that answer an earlier version, and are not counted here. */
    earlier: count,
    questions: z.array(questionResults),
    /** SHA-256 of everything above, in this order, as compact JSON. */
    hash: z.string(),
  })
  .meta({ id: 'Results' })

export type Results = z.infer<typeof results>
export type QuestionResults = z.infer<typeof questionResults>
