import { z } from 'zod'
import { LANGUAGE_PARAMETER, locales } from '../platform/i18n/locale'

/** Limits what a person may type around the 20 characters of a receipt: spaces, hyphens, a prefix. */
const RECEIPT_INPUT_LENGTH = 60

/** The body of a request that opens a ballot with its receipt. */
export const receiptInput = z
  .strictObject({
    code: z.string().min(1).max(RECEIPT_INPUT_LENGTH),
    /** For a form: the page that asked, if it is not the one on which readers find their ballots. */
    page: z.literal('verification').optional(),
  })
  .meta({ id: 'ReceiptInput' })

/** The body of a choice of language. */
export const languageInput = z
  .strictObject({ [LANGUAGE_PARAMETER]: z.enum(locales) })
  .meta({ id: 'LanguageInput' })
