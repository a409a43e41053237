import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { NotBroughtIn } from '@/lib/surveys/actions'

/** Says that an article has a consultation, leads to it, and offers to bring the article in all the same. */
export function KnownArticleNote({
  known,
  busy,
  again,
}: {
  known: NonNullable<NotBroughtIn['known']>
  busy: boolean
  again: () => void
}) {
  const t = useTranslations('desk.bringIn')
  return (
    <div role="alert" className="mt-6 border-accent border-l-4 pl-4 font-sans text-sm">
      <p>{t(known.status === 'draft' ? 'knownDraft' : 'knownSurvey')}</p>
      <p className="mt-1">
        <Link href={`/redaction/${known.slug}`} className="font-semibold underline">
          {known.title}
        </Link>
      </p>
      <Button type="button" look="quiet" className="mt-2" aria-disabled={busy || undefined} onClick={again}>
        {t('again')}
      </Button>
    </div>
  )
}
