'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Select, Field as UiField } from '@/components/ui/field'
import { SCOPES, TOKEN_DAYS, TOKEN_NAME_LENGTH } from '@/lib/staff/rules/token-choices'
import { Field } from './field'
import { FormProblems } from './form-problems'
import { ShownOnce } from './shown-once'
import { type FormAction, useForm } from './use-form'

/** Renders the form that creates a token, and shows the token once. */
export function TokenForm({ action }: { action: FormAction }) {
  const t = useTranslations('tokens')
  const { state, pending, errorOf, form } = useForm(action, 'form-token')
  const { name, days, scopes = 'exports:read', made = '' } = state.typed
  const scopeError = errorOf('scopes')
  return (
    <>
      <form {...form} noValidate className="max-w-xl font-sans">
        <FormProblems state={state} title={t('refused')} />
        <Field
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf('name')}
          defaultValue={name}
          maxLength={TOKEN_NAME_LENGTH}
          autoComplete="off"
          required
        />
        <fieldset id="scopes" className="mt-5" aria-describedby={scopeError && 'scopes-error'}>
          <legend className="font-semibold">{t('scopes')}</legend>
          {scopeError && (
            <p id="scopes-error" className="my-1 border-accent border-l-4 pl-3 font-semibold text-accent">
              {scopeError}
            </p>
          )}
          <div className="mt-1.5 grid gap-2" key={scopes}>
            {SCOPES.map((scope) => (
              <label key={scope} className="choice">
                <input
                  type="checkbox"
                  name="scopes"
                  value={scope}
                  defaultChecked={scopes.split(' ').includes(scope)}
                />
                <span>{t(`scope.${scope}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <UiField id="days" label={t('days')}>
          <Select id="days" name="days" defaultValue={days || String(TOKEN_DAYS[1])}>
            {TOKEN_DAYS.map((one) => (
              <option key={one} value={one}>
                {t('daysN', { days: one })}
              </option>
            ))}
          </Select>
        </UiField>
        <Button type="submit" className="mt-6 w-full sm:w-auto" aria-disabled={pending}>
          {t('create')}
        </Button>
      </form>
      {state.token && (
        <ShownOnce key={state.token} label={t('made', { name: made })} value={state.token} testId="token">
          <p className="mt-2 text-muted text-sm">{t('madeHint')}</p>
        </ShownOnce>
      )}
    </>
  )
}
