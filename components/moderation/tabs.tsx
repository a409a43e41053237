import { useTranslations } from 'next-intl'
import { type Queue, queues } from '@/lib/comments/rules/queues'

const MOST = 1_000

/** Renders the queues with how many wait in each; plain links, so that a queue has an address. */
export function Tabs({ counts, queue }: { counts: Record<Queue, number>; queue: Queue }) {
  const t = useTranslations('moderation')
  return (
    <nav aria-label={t('queues')} className="mt-4 border-rule border-b font-sans text-sm">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {queues.map((name) => (
          <li key={name}>
            <a
              href={name === 'to_see' ? '/moderation' : `/moderation?queue=${name}`}
              aria-current={name === queue ? 'page' : undefined}
              className="inline-block border-transparent border-b-3 py-2.5 no-underline hover:border-field aria-[current]:border-accent aria-[current]:font-semibold"
            >
              {t(`queue.${name}`)}{' '}
              <span className="text-muted">
                {counts[name] >= MOST ? t('manyWaiting', { count: MOST - 1 }) : counts[name]}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
