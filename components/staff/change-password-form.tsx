'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SHORTEST } from '@/lib/staff/rules/password'
import { Field } from './field'
import { FormProblems } from './form-problems'
import { type FormAction, useForm } from './use-form'

/** Renders the change of a password, for a member who knows the old one. */
export function ChangePasswordForm({ action, email }: { action: FormAction; email: string }) {
  const t = useTranslations('administration')
  const { state, pending, errorOf, form } = useForm(action, 'form-password')
  return (
    <form {...form} noValidate className="max-w-md font-sans">
      <FormProblems state={state} title={t('errorTitle')} />
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <Field name="old" type="password" label={t('oldPassword')} autoComplete="current-password" required />
      <Field
        name="chosen"
        type="password"
        label={t('newPassword')}
        hint={t('passwordHint', { min: SHORTEST })}
        error={errorOf('chosen')}
        autoComplete="new-password"
        required
      />
      <Button type="submit" look="quiet" className="mt-5 w-full sm:w-auto" aria-disabled={pending}>
        {t('passwordChange')}
      </Button>
    </form>
  )
}
