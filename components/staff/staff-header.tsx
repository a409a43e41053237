import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Brand, type BrandProps } from '@/components/site/brand'
import { allows, type Identity } from '@/lib/staff/rules/roles'

/** Renders the top of every staff page: the page's name, the member's name, and the pages open to their role. */
export function StaffHeader({ staff, site }: BrandProps & { staff: Identity | undefined }) {
  const t = useTranslations('staff')
  const links = [
    { href: '/moderation', label: t('moderation'), role: 'moderator' },
    { href: '/redaction', label: t('desk'), role: 'editor' },
    { href: '/administration', label: t('administration'), role: 'admin' },
    { href: '/administration/compte', label: t('account'), role: 'moderator' },
  ] as const
  return (
    <header className="border-rule border-b-3 border-double">
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:bg-paper focus:px-4 focus:py-3 focus:font-sans"
      >
        {t('skip')}
      </a>
      <div className="mx-auto flex max-w-5xl flex-wrap items-baseline justify-between gap-x-8 px-5 py-3">
        <p className="flex items-baseline gap-x-3">
          <Brand site={site} />
          <span className="text-muted text-sm italic">{t('area')}</span>
        </p>
        {staff && (
          <div className="flex flex-wrap items-baseline gap-x-6 font-sans text-sm">
            <nav aria-label={t('nav')}>
              <ul className="flex flex-wrap gap-x-5">
                {links
                  .filter(({ role }) => allows(staff.role, role))
                  .map(({ href, label }) => (
                    <li key={href}>
                      <Link href={href} prefetch={false} className="inline-block py-2">
                        {label}
                      </Link>
                    </li>
                  ))}
              </ul>
            </nav>
            <form
              method="post"
              action="/api/auth/signout"
              className="flex flex-wrap items-baseline gap-x-3 py-1"
            >
              <span>
                {staff.name}, <span className="text-muted">{t(`role.${staff.role}`)}</span>
              </span>
              <button type="submit" className="py-2 underline underline-offset-2 hover:decoration-2">
                {t('signOut')}
              </button>
            </form>
          </div>
        )}
      </div>
    </header>
  )
}
