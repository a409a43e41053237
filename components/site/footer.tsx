import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Conformity } from '@/lib/operations/accessibility'
import { LanguageSwitch } from './language-switch'

/** The law requires the state of accessibility to stand here, not only where it is explained. */
export function Footer({ conformity: state }: { conformity: Conformity['state'] }) {
  const t = useTranslations('site')
  const links = [
    ['/', t('home')],
    ['/charte', t('charter')],
    ['/transparence', t('transparency')],
    ['/signalements', t('reports')],
    ['/vie-privee', t('privacy')],
    ['/plan', t('plan')],
    ['/accessibilite', t('accessibility', { state })],
  ] as const
  return (
    <footer className="mx-auto max-w-2xl px-5 pb-12 text-muted text-sm">
      <div className="border-rule border-t pt-5">
        <ul className="no-print flex flex-wrap gap-x-5 font-sans">
          {links.map(([href, label]) => (
            <li key={href}>
              <Link href={href} prefetch={href === '/' ? null : false} className="inline-block py-2">
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <LanguageSwitch />
      </div>
    </footer>
  )
}
