import { useTranslations } from 'next-intl'
import { EventTable } from './event-table'

const OUTCOMES = ['in', 'oidc', 'wrong', 'disabled', 'code_wrong'] as const

type SignInsProps = {
  signIns: { id: bigint; outcome: string; at: Date; account: { name: string } | null }[]
}

/** Lists the newest attempts to sign in, successful or not. */
export function SignIns({ signIns }: SignInsProps) {
  const t = useTranslations('administration')
  if (!signIns.length) return <p className="border-rule border-t py-5">{t('signInsEmpty')}</p>
  return (
    <EventTable
      labelledBy="connexions"
      heads={{ when: t('when'), who: t('who'), what: t('what') }}
      events={signIns.map(({ id, outcome, at, account }) => {
        const known = OUTCOMES.find((one) => one === outcome)
        return {
          key: String(id),
          at,
          who: account?.name ?? <span className="text-muted italic">{t('nobody')}</span>,
          what: known ? t(`outcome.${known}`) : outcome,
        }
      })}
    />
  )
}
