import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AddFeedForm } from '@/components/desk/add-feed-form'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { requireRole } from '@/lib/staff/gate'
import { unwatchFeed } from '@/lib/surveys/actions'
import { type FeedEntryCount, listFeeds } from '@/lib/surveys/queries/feeds'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.feeds')
  return { title: t('title') }
}

export default async function FeedsPage() {
  const editor = await requireRole('editor')
  const [t, feeds] = await Promise.all([getTranslations('desk.feeds'), listFeeds(editor)])
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-3 text-lg text-muted">{t('lead')}</p>
      <AddFeedForm />
      <div className="mt-8">
        {feeds.map((feed) => (
          <Feed key={feed.id} feed={feed} />
        ))}
        {feeds.length === 0 && <p className="border-rule border-t py-6 text-lg">{t('empty')}</p>}
      </div>
    </>
  )
}

async function Feed({ feed }: { feed: FeedEntryCount }) {
  const [t, p, format] = await Promise.all([
    getTranslations('desk.feeds'),
    getTranslations('problems'),
    getFormatter(),
  ])
  const { id, url, title, drafts, seen, polledAt, problem } = feed
  const date = polledAt && format.dateTime(new Date(polledAt), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className="flex flex-wrap items-baseline justify-between gap-x-6 border-rule border-t py-4">
      <div>
        <h2 className="font-semibold text-xl">{title}</h2>
        <p className="mt-1 break-all font-sans text-muted text-sm">{url}</p>
        <p className="mt-1 font-sans text-sm">
          {date ? t('polled', { date }) : t('never')}
          {date && ` · ${t('drafts', { count: drafts, seen })}`}
        </p>
        {problem && <p className="mt-1 font-sans font-semibold text-accent text-sm">{p(problem)}</p>}
      </div>
      <ActionForm id={`form-${id}`} action={unwatchFeed.bind(null, id)}>
        <Button
          type="submit"
          look="quiet"
          className="min-h-9! px-3! py-1! text-sm"
          aria-label={`${t('remove')} ${title}`}
        >
          {t('remove')}
        </Button>
      </ActionForm>
    </section>
  )
}
