import { useTranslations } from 'next-intl'
import type { Criterion } from '@/lib/operations/accessibility'

type CriteriaListProps = { criteria: Criterion[]; none: string }

/** Lists the criteria that need a remark; renders `none` if there are none. */
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
