'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from './field'
import { FormProblems } from './form-problems'
import { type FormAction, useForm } from './use-form'

/** Renders the removal of the second factor, for a member who knows the password. */
export function RemoveFactorForm({ action }: { action: FormAction }) {
  const t = useTranslations('administration')
  const { state, pending, form } = useForm(action, 'form-factor')
  return (
    <details className="mt-4 font-sans" open={state.errors.length > 0 || undefined}>
      <summary className="cursor-pointer py-2 underline underline-offset-2">{t('factorRemove')}</summary>
      <form {...form} noValidate className="mt-3 max-w-md">
        <FormProblems state={state} title={t('errorTitle')} />
        <Field
          id="remove-password"
          name="password"
          type="password"
          label={t('oldPassword')}
          autoComplete="current-password"
          required
        />
        <Button type="submit" look="quiet" className="mt-5 w-full sm:w-auto" aria-disabled={pending}>
          {t('factorRemove')}
        </Button>
      </form>
    </details>
  )
}
