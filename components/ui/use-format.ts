import { useFormatter, useLocale } from 'next-intl'
import { withPressDates } from '@/lib/platform/i18n/dates'

/** Returns the formatter for the dates and numbers of this page. */
export const useFormat = () => withPressDates(useFormatter(), useLocale())
