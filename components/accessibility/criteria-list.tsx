import { useTranslations } from 'next-intl'
import type { Criterion } from '@/lib/operations/accessibility'

type CriteriaListProps = { criteria: Criterion[]; none: string }

/** Criteria of which something has to be said: that, or `none`. */
export function CriteriaList({ criteria, none }: CriteriaListProps) {
  const t = useTranslations('accessibility')
  if (!criteria.length) return <p className="mt-2">{none}</p>
  return (
    <ul className="mt-2 list-disc space-y-2 pl-5">
      {criteria.map(({ id, by }) => (
        <li key={id}>
          {id} {t(`criteria.${id}` as 'criteria.1.1')}.{' '}
          <span className="text-muted">
            {by === 'hand' ? t(`notes.${id}` as 'notes.7.1') : t('untested')}
          </span>
        </li>
      ))}
    </ul>
  )
}
