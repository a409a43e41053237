import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'

/** Renders a receipt, shown only this once, under a heading of the level that fits the page. */
export function Receipt({ code, heading: Heading = 'h3' }: { code: string; heading?: 'h2' | 'h3' }) {
  const t = useTranslations('receipt')
  return (
    <section aria-labelledby="recu" className="my-6 rounded border border-field bg-raised px-5 py-4">
      <Heading id="recu" className="font-semibold text-xl">
        {t('title')}
      </Heading>
      <p className="mt-2">
        <code className="font-mono font-semibold text-lg tracking-wide" data-testid="receipt">
          {code}
        </code>
      </p>
      <p className="mt-2 font-semibold font-sans">{t('once')}</p>
      <p className="mt-1 font-sans text-muted text-sm">{t('use')}</p>
      <CopyButton text={code} label={t('copy')} done={t('copied')} className="mt-3" />
    </section>
  )
}
