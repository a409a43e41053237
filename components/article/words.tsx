import { useLocale } from 'next-intl'
import { type Locale, localeOf } from '@/lib/platform/i18n/locale'
import { typeset } from '@/lib/platform/i18n/typography'

type WordsProps = { of: Locale; children: string }

/**
 * Renders words of an article or its survey in their own language and its typography. Sets `lang` where the page is in
 * another.
 */
export function Words({ of: language, children }: WordsProps) {
  const shown = typeset(children, language)
  return localeOf(useLocale()) === language ? shown : <span lang={language}>{shown}</span>
}
