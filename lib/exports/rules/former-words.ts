import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { newsroomDate } from '../../platform/i18n/newsroom-date'
import type { CorrectedWording } from './table'

/** Returns a sentence for each correction: the former words, the day of the newsroom, and the words since. */
export function formerWords(corrections: CorrectedWording[] | undefined, language: Locale): string[] {
  if (!corrections?.length) return []
  const t = translator(language, 'codebook')
  return corrections.map(({ at, before, after }) =>
    t('former', { before, after, day: newsroomDate(new Date(at), language, { dateStyle: 'long' }) }),
  )
}
