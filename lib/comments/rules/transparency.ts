import { z } from 'zod'
import { REASON_CODES, type Reason } from './reasons'

const count = z.int().min(0)
const outcomes = z.object({ received: count, upheld: count, dismissed: count })

const transparencyMonth = z.object({
  /** Of the newsroom: of the decision, appeal or report. */
  month: z.string(),
  published: count,
  rejected: count,
  automated: count,
  human: count,
  reasons: z.object(
    Object.fromEntries(REASON_CODES.map((code) => [code, count])) as Record<Reason, typeof count>,
  ),
  /** From the sending of a text to a person's first decision; null when no person decided. */
  medianSecondsToDecide: count.nullable(),
  appeals: outcomes,
  reports: outcomes,
})
export type TransparencyMonth = z.infer<typeof transparencyMonth>

export const transparencyView = z
  .object({
    months: z.array(transparencyMonth),
    /** Decisions read a second time by a colleague who did not know of the first. */
    secondReadings: z.object({ read: count, agreed: count }),
    /** How often texts were rejected, by their authors' answers; without counts where there are few. */
    answers: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        language: z.enum(['fr', 'en']),
        prompt: z.string(),
        label: z.string(),
        decided: count.optional(),
        rejected: count.optional(),
      }),
    ),
  })
  .meta({ id: 'Transparency' })
export type Transparency = z.infer<typeof transparencyView>
