import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/components/moderation/desk'
import { Filters } from '@/components/moderation/filters'
import { LinkRow } from '@/components/ui/link-row'
import { countProposed } from '@/lib/ballots/queries/quarantines'
import { countQueues, findQueue } from '@/lib/comments/queries/queue'
import { LAW_LENGTH, NOTE_LENGTH, type QueueQuery, queueQuery } from '@/lib/comments/schema'
import { requireRole } from '@/lib/staff/gate'
import { listTitles } from '@/lib/surveys/queries/titles'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('moderation')
  return { title: t('title') }
}

/** Parses the query of the address; an unreadable query counts as empty. An empty field of the form filters nothing. */
function queryOf(given: Record<string, string | string[] | undefined>): QueueQuery {
  const known = Object.entries(given).flatMap(([name, value]) => {
    const field = queueQuery.shape[name as keyof typeof queueQuery.shape]
    return field && value && field.safeParse(value).success ? [[name, value]] : []
  })
  return queueQuery.parse(Object.fromEntries(known))
}

/** Renders the moderators' desk: one queue with its filters. */
export default async function ModerationPage({ searchParams }: Props) {
  const moderator = await requireRole('moderator')
  const query = queryOf(await searchParams)
  const [page, counts, surveys, proposed, t, ti] = await Promise.all([
    findQueue(moderator, query),
    countQueues(moderator),
    listTitles(moderator),
    countProposed(moderator),
    getTranslations('moderation'),
    getTranslations('integrity'),
  ])
  const address = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString()
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="font-semibold text-3xl leading-tight tracking-tight">{t('title')}</h1>
        <LinkRow className="text-sm">
          <Link href="/moderation/integrite" prefetch={false} className="inline-block py-2">
            {ti('link', { count: proposed })}
          </Link>
          <Link href="/charte" prefetch={false} className="inline-block py-2">
            {t('charter')}
          </Link>
          <Link href="/transparence" prefetch={false} className="inline-block py-2">
            {t('figures')}
          </Link>
        </LinkRow>
      </div>
      <Filters query={query} surveys={surveys} />
      <Desk
        key={address}
        page={page}
        counts={counts}
        queue={query.queue}
        query={address}
        noteLength={NOTE_LENGTH}
        lawLength={LAW_LENGTH}
      />
    </>
  )
}
