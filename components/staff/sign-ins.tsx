import { useFormatter, useTranslations } from 'next-intl'

const OUTCOMES = ['in', 'oidc', 'wrong', 'disabled', 'code_wrong'] as const

type SignInsProps = {
  signIns: { id: bigint; outcome: string; at: Date; account: { name: string } | null }[]
}

/** The newest attempts to sign in, the successful and the others. */
export function SignIns({ signIns }: SignInsProps) {
  const t = useTranslations('administration')
  const format = useFormatter()
  if (!signIns.length) return <p className="border-rule border-t py-5">{t('signInsEmpty')}</p>
  return (
    <table aria-labelledby="connexions" className="w-full border-collapse text-left font-sans text-sm">
      <thead>
        <tr className="border-rule border-b">
          {(['when', 'who', 'what'] as const).map((head) => (
            <th key={head} scope="col" className="cell py-2 pr-3 font-semibold">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {signIns.map(({ id, outcome, at, account }) => {
          const known = OUTCOMES.find((one) => one === outcome)
          return (
            <tr key={String(id)} className="border-rule border-b align-baseline">
              <td className="cell py-2 pr-3 tabular-nums">
                <time dateTime={at.toISOString()}>
                  {format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })}
                </time>
              </td>
              <td className="cell py-2 pr-3">
                {account?.name ?? <span className="text-muted italic">{t('nobody')}</span>}
              </td>
              <td className="cell py-2">{known ? t(`outcome.${known}`) : outcome}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
