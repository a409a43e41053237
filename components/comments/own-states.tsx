import { useTranslations } from 'next-intl'
import type { OwnComment } from '@/lib/comments/schema'

/** Renders, beside the published comments, the states of the reader's own that are not among them. */
export function OwnStates({ slug, comments }: { slug: string; comments: OwnComment[] }) {
  const t = useTranslations('comments.own')
  const waiting = comments.filter(({ state }) => ['received', 'held', 'rejected'].includes(state))
  if (!waiting.length) return null
  return (
    <section aria-label={t('title')} className="mt-6 border-rule border-l-2 pl-4 font-sans text-sm">
      {waiting.map(({ id, state }) => (
        <p key={id}>
          {t('yours')} <strong>{t(`state.${state}`)}</strong> {t(`explain.${state}`)}{' '}
          <a href={`/consultations/${slug}/bulletin#textes`}>{t('see')}</a>
        </p>
      ))}
    </section>
  )
}
