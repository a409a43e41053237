'use client'

import { useTranslations } from 'next-intl'
import { ShownOnce } from './shown-once'

type LinkShownProps = {
  link: string
  name: string
  hours: number
  mailed: 'sent' | 'failed' | 'none' | undefined
}

/** Renders a one-time link: to copy and pass on by hand. */
export function LinkShown({ link, name, hours, mailed }: LinkShownProps) {
  const t = useTranslations('administration')
  return (
    <ShownOnce label={t('link', { name })} value={link} testId="link">
      {mailed && mailed !== 'none' && (
        <p className="mt-2 font-semibold">{t(mailed === 'sent' ? 'linkMailed' : 'linkNotMailed')}</p>
      )}
      <p className="mt-2 text-muted text-sm">{t('linkHint', { hours })}</p>
    </ShownOnce>
  )
}
