'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Renders an error; the log has its cause, beside the same digest. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('failure')
  return (
    <main className="mx-auto w-full max-w-2xl px-5 pt-16">
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-4 text-lg">{t('text')}</p>
      <Button className="mt-6" onClick={reset}>
        {t('retry')}
      </Button>
      {error.digest && (
        <p className="mt-6 text-muted text-sm">
          {t('id')} <code className="select-all">{error.digest}</code>
        </p>
      )}
    </main>
  )
}
