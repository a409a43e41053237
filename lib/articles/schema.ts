import { z } from 'zod'
import { publicationDate } from './rules/addresses/publication'
import { typedAddress } from './rules/addresses/typed-address'

/** Maximum characters of a title: the longest headline in a newspaper's own archive is under 200. */
export const TITLE_LENGTH = 300
/** Maximum characters of a summary. It is read before answering, on a phone: about a minute of reading. */
export const SUMMARY_LENGTH = 2_000
/** Maximum characters of the publisher's name. */
export const SOURCE_NAME_LENGTH = 120
/** Maximum characters of an address: the common limit of browsers and servers. */
export const URL_LENGTH = 2_000

/** The schema of an address that an editor typed, as it was meant; only the fetch decides whether it can be read. */
export const addressInput = z.string().max(URL_LENGTH).transform(typedAddress)

/** The schema of a survey's article. */
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
