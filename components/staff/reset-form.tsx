'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FormProblems } from './form-problems'
import { LinkShown } from './link-shown'
import { type FormAction, useForm } from './use-form'

type ResetFormProps = { action: FormAction; id: number; name: string; hours: number }

/** Renders the form that creates a new link for a member who lost password or telephone. */
export function ResetForm({ action, id, name, hours }: ResetFormProps) {
  const t = useTranslations('administration')
  const { state, pending, form } = useForm(action, `form-reset-${id}`)
  return (
    <>
      <form {...form}>
        <FormProblems state={state} title={t('errorTitle')} />
        <input type="hidden" name="id" value={id} />
        <Button type="submit" look="quiet" aria-disabled={pending} aria-describedby={`reset-${id}`}>
          {t('reset')}
        </Button>
        <p id={`reset-${id}`} className="mt-1 text-muted text-sm">
          {t('resetHint')}
        </p>
      </form>
      {state.link && (
        <LinkShown key={state.link} link={state.link} name={name} hours={hours} mailed={state.mailed} />
      )}
    </>
  )
}
