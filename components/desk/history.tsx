import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { Change } from '@/lib/surveys/queries/desk'

/** Lists who did what to a consultation, and when. */
export function History({ changes }: { changes: Change[] }) {
  const t = useTranslations('desk')
  const format = useFormat()
  if (!changes.length) return null
  return (
    <section aria-labelledby="historique" className="mt-10 border-rule border-t pt-6">
      <h2 id="historique" className="font-semibold text-xl">
        {t('review.history')}
      </h2>
      <ol className="mt-3 font-sans text-sm">
        {changes.map(({ id, by, action, at, fields, corrections }) => (
          <li key={id} className="py-1">
            <time dateTime={at} className="text-muted">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>{' '}
            {t(`actions.${action as 'created'}`)}
            {by && ` · ${by}`}
            {fields.length > 0 && ` · ${fields.map((name) => t(`fields.${name as 'title'}`)).join(', ')}`}
            {corrections.map((one) => (
              <span key={`${one.question} ${one.options} ${one.before} ${one.after}`} className="block pl-4">
                {t('correction', { before: one.before, after: one.after })}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
