import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ACCOUNT } from '@/lib/staff/rules/paths'

/** Renders a true 403 within the staff pages' shell: signed in, but with a role that does not open this page. */
export default async function Forbidden() {
  const t = await getTranslations('staff')
  return (
    <div className="max-w-2xl">
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('forbiddenTitle')}</h1>
      <p className="mt-4 text-lg">{t('forbiddenText')}</p>
      <p className="mt-6 font-sans">
        <Link href={ACCOUNT} prefetch={false} className="inline-block py-2">
          {t('forbiddenHome')}
        </Link>
      </p>
    </div>
  )
}
