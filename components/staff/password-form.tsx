import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from './field'

/** Renders the first step of signing in: a plain form, which works with or without JavaScript. */
export function PasswordForm({
  email,
  to,
  refused,
}: {
  email: string
  to: string | undefined
  refused: boolean
}) {
  const t = useTranslations('signIn')
  return (
    <form method="post" action="/api/auth/callback/credentials" className="mt-8 font-sans">
      {to && <input type="hidden" name="vers" value={to} />}
      <Field
        name="email"
        type="email"
        label={t('email')}
        defaultValue={email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={!email}
        required
      />
      <Field
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        autoFocus={refused && Boolean(email)}
        required
      />
      <Button type="submit" className="mt-6 w-full sm:w-auto">
        {t('submit')}
      </Button>
      <p className="mt-6 text-muted text-sm">{t('forgotten')}</p>
    </form>
  )
}
