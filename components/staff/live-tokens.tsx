import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import type { TokenView } from '@/lib/staff/queries/tokens'
import { TokenList } from './token-list'

type Props = {
  tokens: TokenView[]
  revoke: (state: undefined, form: FormData) => Promise<void>
  revokeAll: () => Promise<void>
}

/** Lists what still opens an account whose password has just been changed, and the ways to end it. */
export function LiveTokens({ tokens, revoke, revokeAll }: Props) {
  const t = useTranslations('tokens')
  return (
    <section className="mt-6" aria-labelledby="jetons-valables">
      <h2 id="jetons-valables" className="mb-2 font-semibold text-2xl">
        {t('still')}
      </h2>
      <p className="mb-4">{t('stillLead', { count: tokens.length })}</p>
      <TokenList tokens={tokens} revoke={revoke} />
      <ActionForm id="form-jetons" action={revokeAll} className="mt-4">
        <Button type="submit" look="quiet">
          {t('revokeAll')}
        </Button>
      </ActionForm>
    </section>
  )
}
