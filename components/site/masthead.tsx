import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Brand, type BrandProps } from './brand'

/** Renders the top of every reader page: the site's name, and the two links needed everywhere. */
export function Masthead({ site }: BrandProps) {
  const t = useTranslations('site')
  return (
    <header className="border-rule border-b-3 border-double">
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:bg-paper focus:px-4 focus:py-3 focus:font-sans"
      >
        {t('skip')}
      </a>
      <div className="mx-auto flex max-w-2xl flex-wrap items-baseline justify-between gap-x-6 px-5 py-3">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Brand site={site} />
          <span className="hidden text-muted text-sm italic sm:inline">{t('tagline')}</span>
        </p>
        <nav className="no-print font-sans text-sm">
          <Link href="/recu" prefetch={false} className="inline-block py-2">
            {t('receipt')}
          </Link>
        </nav>
      </div>
    </header>
  )
}
