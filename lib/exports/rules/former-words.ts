import { pressDate } from '../../platform/i18n/dates'
import type { Locale } from '../../platform/i18n/locale'
import { CUSTOMS, translator } from '../../platform/i18n/messages'
import { ZONE } from '../../platform/i18n/zone'
import type { CorrectedWording } from './table'

/** Returns a sentence for each correction: the former words, the day of the newsroom, and the words since. */
export function formerWords(corrections: CorrectedWording[] | undefined, language: Locale): string[] {
  const t = translator(language, 'codebook')
  const day = new Intl.DateTimeFormat(CUSTOMS[language], { dateStyle: 'long', timeZone: ZONE })
  return (corrections ?? []).map(({ at, before, after }) =>
    t('former', { before, after, day: pressDate(day.format(new Date(at)), language) }),
  )
}
