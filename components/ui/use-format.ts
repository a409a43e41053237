import { useFormatter, useLocale } from 'next-intl'
import { withClockTimes } from '@/lib/platform/i18n/clock-times'

/** Returns the formatter for the dates and numbers of this page. */
export const useFormat = () => withClockTimes(useFormatter(), useLocale())
