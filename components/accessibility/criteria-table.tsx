import { useTranslations } from 'next-intl'
import type { Criterion } from '@/lib/operations/accessibility'

type CriteriaTableProps = { theme: string; criteria: Criterion[] }

/** Renders the criteria of one theme of RGAA, with the result of each. */
export function CriteriaTable({ theme, criteria }: CriteriaTableProps) {
  const t = useTranslations('accessibility')
  const head = 'pb-1 text-left align-baseline font-normal text-muted'
  return (
    <table className="mt-6 w-full border-collapse font-sans text-sm">
      <caption className="pb-1 text-left font-semibold text-base">
        {theme}. {t(`themes.${theme}` as 'themes.1')}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={head}>
            {t('criterion')}
          </th>
          <th scope="col" className={`${head} cell pl-3`}>
            {t('result')}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ id, state, by }) => (
          <tr key={id} className="border-rule border-t align-baseline">
            <th scope="row" className="wrap-anywhere py-1.5 text-left font-normal">
              {id} {t(`criteria.${id}` as 'criteria.1.1')}
            </th>
            <td className="cell py-1.5 pl-3">
              <strong className={state === 'unmet' ? 'text-accent' : ''}>{t(`states.${state}`)}</strong>
              {state === 'met' && (
                <span className="block text-muted">{t(by === 'tests' ? 'byTests' : 'byHand')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
