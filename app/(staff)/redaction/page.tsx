import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Words } from '@/components/article/words'
import { getFormat } from '@/lib/platform/i18n/next-intl'
import { requireRole } from '@/lib/staff/gate'
import { type DeskEntry, listForDesk } from '@/lib/surveys/queries/desk'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('title') }
}

/** Lists all consultations for editors. */
export default async function DeskPage() {
  const editor = await requireRole('editor')
  const [t, entries] = await Promise.all([getTranslations('desk'), listForDesk(editor)])
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
        <Link
          href="/redaction/nouveau"
          className="wrap-anywhere inline-block rounded bg-accent px-5 py-3 font-sans font-semibold text-on-accent no-underline hover:opacity-90"
        >
          {t('new')}
        </Link>
      </div>
      <p className="mt-2 text-muted">{t('lead')}</p>
      <p className="mt-3 font-sans text-sm">
        <Link href="/redaction/flux">{t('feedsLink')}</Link>
      </p>
      <div className="mt-8">
        {entries.map((entry) => (
          <Entry key={entry.slug} entry={entry} />
        ))}
        {entries.length === 0 && (
          <p className="border-rule border-t py-6 text-lg">
            {t('empty')} {t('emptyNext')}
          </p>
        )}
      </div>
    </>
  )
}

async function Entry({ entry }: { entry: DeskEntry }) {
  const [t, format] = await Promise.all([getTranslations('desk'), getFormat()])
  const { slug, title, language, status, questions, ballots, lastChange } = entry
  const date =
    lastChange && format.dateTime(new Date(lastChange.at), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <article className="border-rule border-t py-4">
      <h2 className="font-semibold text-xl">
        <Link href={`/redaction/${slug}`} className="no-underline hover:underline">
          {title ? <Words of={language}>{title}</Words> : t('untitled')}
        </Link>
      </h2>
      <p className="mt-1 font-sans text-muted text-sm">
        <strong className="text-ink">{t(`status.${status}`)}</strong>
        {' · '}
        {t('questions', { count: questions })}
        {' · '}
        {t('ballots', { count: ballots })}
        {date &&
          ` · ${lastChange.by ? t('changedBy', { by: lastChange.by, date }) : t('changedAt', { date })}`}
      </p>
    </article>
  )
}
