'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SHORTEST } from '@/lib/staff/rules/password'
import { Field } from './field'
import { FormProblems } from './form-problems'
import { type FormAction, useForm } from './use-form'

type FirstPasswordFormProps = {
  action: FormAction
  token: string
  email: string
  /** Whether the form also asks the first admin for their name. */
  asksWho: boolean
}

/** Renders the choice of a password with a one-time link. */
export function FirstPasswordForm({ action, token, email, asksWho }: FirstPasswordFormProps) {
  const t = useTranslations('signIn')
  const { state, pending, errorOf, form } = useForm(action, 'form-password')
  return (
    <form {...form} noValidate className="mt-8 font-sans">
      <FormProblems state={state} title={t('errorTitle')} />
      <input type="hidden" name="token" value={token} />
      {asksWho ? (
        <>
          <Field
            name="name"
            label={t('name')}
            error={errorOf('name')}
            defaultValue={state.typed.name}
            autoComplete="name"
            required
          />
          <Field
            name="email"
            type="email"
            label={t('email')}
            error={errorOf('email')}
            defaultValue={state.typed.email}
            autoComplete="username"
            required
          />
        </>
      ) : (
        // Tells password managers which account the new password belongs to.
        <input type="hidden" name="username" value={email} autoComplete="username" />
      )}
      <Field
        name="password"
        type="password"
        label={t('newPassword')}
        hint={t('passwordHint', { min: SHORTEST })}
        error={errorOf('password')}
        autoComplete="new-password"
        required
      />
      <Button type="submit" className="mt-6 w-full sm:w-auto" aria-disabled={pending}>
        {t(pending ? 'saving' : 'save')}
      </Button>
    </form>
  )
}
