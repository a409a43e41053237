import { useLocale, useTranslations } from 'next-intl'
import { LANGUAGE_PARAMETER, LANGUAGE_PATH, localeOf, locales } from '@/lib/platform/i18n/locale'

/** Renders the languages of the pages, each in its own words, and the button that switches to the other one. */
export function LanguageSwitch() {
  const t = useTranslations('site')
  const current = localeOf(useLocale())
  return (
    <form
      method="post"
      action={LANGUAGE_PATH}
      aria-label={t('languages')}
      className="no-print flex flex-wrap gap-x-5 font-sans text-sm"
    >
      {locales.map((locale) =>
        locale === current ? (
          <span key={locale} lang={locale} aria-current="true" className="inline-block py-2">
            {t(`language.${locale}`)}
          </span>
        ) : (
          <button
            key={locale}
            type="submit"
            name={LANGUAGE_PARAMETER}
            value={locale}
            lang={locale}
            className="inline-block py-2 underline underline-offset-2 hover:decoration-2"
          >
            {t(`language.${locale}`)}
          </button>
        ),
      )}
    </form>
  )
}
