import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CodeField } from './code-field'

/** Renders the second step of signing in. The ticket proves that the password was right. */
export function CodeForm({ ticket, email, to }: { ticket: string; email: string; to: string | undefined }) {
  const t = useTranslations('signIn')
  return (
    <form method="post" action="/api/auth/callback/credentials" className="mt-8 font-sans">
      {to && <input type="hidden" name="vers" value={to} />}
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="email" value={email} />
      <CodeField label={t('code')} autoFocus />
      <Button type="submit" className="mt-6 w-full sm:w-auto">
        {t('codeSubmit')}
      </Button>
      <p className="mt-6 text-sm">
        <Link href="/connexion" className="inline-block py-2">
          {t('codeBack')}
        </Link>
      </p>
    </form>
  )
}
