import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { useFormat } from '@/components/ui/use-format'
import type { TokenView } from '@/lib/staff/queries/tokens'

/** Lists the member's own tokens: what each allows, until when, when it was used, and the way to end it. */
export function TokenList({
  tokens,
  revoke,
}: {
  tokens: TokenView[]
  revoke: (state: undefined, form: FormData) => Promise<void>
}) {
  const t = useTranslations('tokens')
  const format = useFormat()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'medium' })
  const time = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  if (!tokens.length) return <p>{t('none')}</p>
  return (
    <ul className="border-rule border-b">
      {tokens.map(({ id, name, scopes, state, expiresAt, lastUsedAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-t py-4"
        >
          <div className="min-w-0">
            <p className="break-words font-semibold">{name}</p>
            <p className="font-sans text-muted text-sm">
              {t(`state.${state}`, { date: day(expiresAt) })} ·{' '}
              {lastUsedAt ? t('used', { date: time(lastUsedAt) }) : t('unused')}
            </p>
            <p className="font-mono text-muted text-sm">{scopes.join(' · ')}</p>
          </div>
          {state === 'alive' && (
            <ActionForm id={`form-${id}`} action={revoke}>
              <input type="hidden" name="id" value={id} />
              <Button type="submit" look="quiet" aria-label={t('revokeOf', { name })}>
                {t('revoke')}
              </Button>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
