import { z } from 'zod'
import { publicationDate } from './rules/publication'

/** The longest headline in a newspaper's own archive is under 200 characters. */
export const TITLE_LENGTH = 300
/** A summary is read before answering, on a phone: about a minute of reading. */
export const SUMMARY_LENGTH = 2_000
export const SOURCE_NAME_LENGTH = 120
/** What browsers and servers agree to take as an address. */
export const URL_LENGTH = 2_000

/** An address that an editor typed; whether it can be read is the fetch's to say. */
export const addressInput = z.string().max(URL_LENGTH)

export const articleInput = z.strictObject({
  title: z.string().trim().min(1).max(TITLE_LENGTH),
  sourceName: z.string().trim().min(1).max(SOURCE_NAME_LENGTH),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(URL_LENGTH)
    .optional(),
  /** ISO 8601, as precise as is known: 2025, 2025-01 or 2025-01-24. An instant with its zone becomes the newsroom's day. */
  publishedOn: z
    .string()
    .transform((text, context) => {
      const date = publicationDate(text)
      if (date === undefined) context.addIssue({ code: 'custom', message: 'No date of the calendar.' })
      return date ?? z.NEVER
    })
    .optional(),
  summary: z.string().trim().min(1).max(SUMMARY_LENGTH),
  language: z.enum(['fr', 'en']).default('fr'),
})
