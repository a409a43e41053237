import { useTranslations } from 'next-intl'
import type { Entry } from './state'
import type { useQueue } from './use-queue'

const EXCERPT = 110

/** Renders the position in the queue, and the outcome of what was read; a checkbox selects several for one decision. */
export function ItemList({ queue }: { queue: ReturnType<typeof useQueue> }) {
  const t = useTranslations('moderation')
  const { entries, current, selected, more } = queue
  return (
    <section aria-labelledby="file" className="mt-8 lg:mt-0">
      <h2 id="file" className="mb-1 font-sans font-semibold text-sm">
        {t('inQueue')}
      </h2>
      <ol className="relative max-h-80 overflow-y-auto border-rule border-y font-sans text-sm lg:max-h-[75vh]">
        {entries.map((entry) => (
          <li key={entry.comment} className="flex items-start gap-2 border-rule border-b last:border-b-0">
            <label className="flex min-h-11 min-w-8 items-center justify-center">
              <span className="sr-only">
                {t.rich('choose', { excerpt: () => <span lang={entry.written}>{excerptOf(entry)}</span> })}
              </span>
              <input
                type="checkbox"
                checked={selected.has(entry.comment)}
                onChange={() => queue.select(entry.comment)}
              />
            </label>
            <button
              type="button"
              onClick={() => queue.focus(entry.comment)}
              aria-current={entry.comment === current?.comment ? 'true' : undefined}
              className="min-h-11 flex-1 px-1 py-1.5 text-left aria-[current]:bg-accent-soft"
            >
              <span lang={entry.written} className="line-clamp-2">
                {excerptOf(entry)}
              </span>
              <Standing entry={entry} />
            </button>
          </li>
        ))}
        {more && <li className="px-2 py-2 text-muted">{t('more')}</li>}
      </ol>
    </section>
  )
}

const excerptOf = ({ text }: Entry) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text)

function Standing({ entry }: { entry: Entry }) {
  const t = useTranslations('moderation')
  const { status, done, reports, claimedBy, appeal } = entry
  const words = [
    status === 'sending' && t('sending'),
    status === 'refused' && t('refusedShort'),
    done && t(`outcome.${done.outcome}` as 'outcome.published'),
    status === 'waiting' && reports.count > 0 && t('reportCount', { count: reports.count }),
    status === 'waiting' && appeal && t('appealShort'),
    status === 'waiting' && claimedBy && t('claimedBy', { name: claimedBy }),
  ].filter((word) => typeof word === 'string')
  if (!words.length) return null
  return <span className="block text-muted text-xs">{words.join(' · ')}</span>
}
