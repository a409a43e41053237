import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LanguageSwitch } from './language-switch'

export function Footer() {
  const t = useTranslations('site')
  return (
    <footer className="mx-auto max-w-2xl px-5 pb-12 text-muted text-sm">
      <div className="border-rule border-t pt-5">
        <p>{t('footer')}</p>
        <p className="no-print mt-2 flex flex-wrap gap-x-5 font-sans">
          <Link href="/" className="inline-block py-2">
            {t('home')}
          </Link>
          <Link href="/charte" prefetch={false} className="inline-block py-2">
            {t('charter')}
          </Link>
          <Link href="/transparence" prefetch={false} className="inline-block py-2">
            {t('transparency')}
          </Link>
          <Link href="/signalements" prefetch={false} className="inline-block py-2">
            {t('reports')}
          </Link>
          <Link href="/vie-privee" prefetch={false} className="inline-block py-2">
            {t('privacy')}
          </Link>
        </p>
        <LanguageSwitch />
      </div>
    </footer>
  )
}
