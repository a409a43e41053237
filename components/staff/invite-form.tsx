'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ROLES } from '@/lib/staff/rules/roles'
import { Field } from './field'
import { FormProblems } from './form-problems'
import { LinkShown } from './link-shown'
import { RoleChoice } from './role-choice'
import { type FormAction, useForm } from './use-form'

/** Renders the form that adds a member of staff, and the link with which they choose their password. */
export function InviteForm({ action, hours }: { action: FormAction; hours: number }) {
  const t = useTranslations('administration')
  const { state, pending, errorOf, form } = useForm(action, 'form-invite')
  const role = ROLES.find((one) => one === state.typed.role) ?? 'editor'
  return (
    <>
      <form {...form} noValidate className="max-w-xl font-sans">
        <FormProblems state={state} title={t('errorTitle')} />
        <Field
          name="name"
          label={t('name')}
          error={errorOf('name')}
          defaultValue={state.typed.name}
          autoComplete="off"
          required
        />
        <Field
          name="email"
          type="email"
          label={t('email')}
          error={errorOf('email')}
          defaultValue={state.typed.email}
          autoComplete="off"
          required
        />
        <div className="mt-5">
          <RoleChoice key={role} chosen={role} id="invite" />
        </div>
        <Button type="submit" className="mt-6 w-full sm:w-auto" aria-disabled={pending}>
          {t('inviteSubmit')}
        </Button>
      </form>
      {state.link && (
        <LinkShown
          key={state.link}
          link={state.link}
          name={state.typed.invited ?? ''}
          hours={hours}
          mailed={state.mailed}
        />
      )}
    </>
  )
}
