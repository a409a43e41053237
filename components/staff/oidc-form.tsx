import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Renders the sign-in through the organisation's own identity provider. */
export function OidcForm({ to }: { to: string | undefined }) {
  const t = useTranslations('signIn')
  return (
    <form method="post" action="/api/auth/signin/oidc" className="mt-8 border-rule border-t pt-6 font-sans">
      {to && <input type="hidden" name="vers" value={to} />}
      <Button type="submit" look="quiet" className="w-full sm:w-auto">
        {t('oidc')}
      </Button>
    </form>
  )
}
