import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AddFeedForm } from '@/components/desk/add-feed-form'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { MAX_ENTRIES } from '@/lib/articles/rules/feeds/feed'
import { getFormat } from '@/lib/platform/i18n/next-intl'
import { requireRole } from '@/lib/staff/gate'
import { retryFeedAction, unwatchFeed } from '@/lib/surveys/actions'
import { type FeedTrouble, type FeedView, listFeeds } from '@/lib/surveys/queries/feeds'
import { MAX_DRAFTS } from '@/lib/surveys/rules/feed-schedule'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.feeds')
  return { title: t('title') }
}

/** Lists the watched feeds, with the form that adds one. */
export default async function FeedsPage() {
  const editor = await requireRole('editor')
  const [t, feeds] = await Promise.all([getTranslations('desk.feeds'), listFeeds(editor)])
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-3 text-lg text-muted">{t('lead')}</p>
      <p className="mt-2 font-sans text-muted text-sm">{t('ceiling', { most: MAX_DRAFTS })}</p>
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

/** In the order in which an editor wonders: what it led to, what may still come, what will not. */
const OUTCOMES = ['draft', 'known', 'no_question', 'waiting', 'refused', 'given_up', 'unrecorded'] as const

async function Feed({ feed }: { feed: FeedView }) {
  const [t, p, format] = await Promise.all([
    getTranslations('desk.feeds'),
    getTranslations('problems'),
    getFormat(),
  ])
  const { id, url, title, polledAt, nextPollAt, listed, problem, counts, troubles } = feed
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const read = OUTCOMES.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0)
  return (
    <article className="flex flex-wrap items-baseline justify-between gap-x-6 border-rule border-t py-4">
      <div className="min-w-0">
        <h2 className="font-semibold text-xl">{title}</h2>
        <p className="mt-1 break-all font-sans text-muted text-sm">{url}</p>
        <p className="mt-1 font-sans text-sm">
          {polledAt ? t('polled', { date: moment(polledAt) }) : t('never')}
          {polledAt && nextPollAt && ` · ${t('next', { date: moment(nextPollAt) })}`}
          {listed !== undefined && ` · ${t('listed', { count: listed })}`}
          {listed !== undefined && listed > MAX_ENTRIES && t('firstOnly', { most: MAX_ENTRIES })}
        </p>
        {problem && <p className="mt-1 font-sans font-semibold text-accent text-sm">{p(problem)}</p>}
        {!nextPollAt && problem !== 'feed_gone' && (
          <p className="mt-1 font-sans font-semibold text-accent text-sm">{t('stopped')}</p>
        )}
        {read > 0 && (
          <p className="mt-1 font-sans text-sm">
            {OUTCOMES.flatMap((outcome) => {
              const count = counts[outcome]
              return count ? [t(`outcomes.${outcome}`, { count })] : []
            }).join(' · ')}
          </p>
        )}
        <Troubles troubles={troubles} moment={moment} />
      </div>
      <div className="flex flex-wrap gap-2">
        {polledAt && (problem || troubles.length > 0) && (
          <ActionForm id={`retry-${id}`} action={retryFeedAction.bind(null, id)}>
            <FeedButton label={t('retry')} feed={title} />
          </ActionForm>
        )}
        <ActionForm id={`form-${id}`} action={unwatchFeed.bind(null, id)}>
          <FeedButton label={t('remove')} feed={title} />
        </ActionForm>
      </div>
    </article>
  )
}

const FeedButton = ({ label, feed }: { label: string; feed: string }) => (
  <Button type="submit" look="quiet" className="min-h-9! px-3! py-1! text-sm" aria-label={`${label} ${feed}`}>
    {label}
  </Button>
)

async function Troubles({ troubles, moment }: { troubles: FeedTrouble[]; moment: (at: string) => string }) {
  const [t, p] = await Promise.all([getTranslations('desk.feeds'), getTranslations('problems')])
  if (!troubles.length) return null
  return (
    <details className="mt-2 font-sans text-sm">
      <summary className="cursor-pointer py-1">{t('troubles', { count: troubles.length })}</summary>
      <ul className="mt-1 space-y-2 border-field border-l-2 pl-3">
        {troubles.map(({ key, title, url, problem, attempts, nextTryAt }) => (
          <li key={key}>
            <span className="font-semibold">{title || url || t('noTitle')}</span>
            {title && url && <span className="block break-all text-muted">{url}</span>}
            <span className="block">
              {p(problem)} {t('tries', { count: attempts })}
              {nextTryAt && ` · ${t('nextTry', { date: moment(nextTryAt) })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
