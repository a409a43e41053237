'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormProblems } from '@/components/staff/form-problems'
import { type FormAction, useForm } from '@/components/staff/use-form'
import { Button } from '@/components/ui/button'
import { described, Field } from '@/components/ui/field'
import { StatusMessage } from '@/components/ui/status-message'

type LogoFormProps = { save: FormAction; remove: FormAction; version: number; has: boolean; limits: Limits }
type Limits = { kilobytes: number; side: number }

/** Renders the form that uploads a logo and, if there is one, the form that removes it. */
export function LogoForm({ save, remove, version, has, limits }: LogoFormProps) {
  const t = useTranslations('appearance.logo')
  const title = useTranslations('appearance')('errorTitle')
  const sent = useForm(save, 'form-logo')
  const taken = useForm(remove, 'form-no-logo')
  const [heavy, setHeavy] = useState(false)
  const error = heavy ? t('tooLarge', limits) : sent.errorOf('logo')
  const basedOn = (typed: string | undefined) => (
    <input type="hidden" name="basedOn" value={Math.max(version, Number(typed ?? 0))} />
  )
  const newest = Number(sent.state.typed.basedOn ?? 0) > Number(taken.state.typed.basedOn ?? 0) ? sent : taken
  return (
    <div className="max-w-2xl font-sans">
      {newest.state.typed.saved && (
        <StatusMessage key={newest.state.typed.basedOn} className="mb-4">
          {t(newest === sent ? 'saved' : 'removed')}
        </StatusMessage>
      )}
      <FormProblems state={taken.state} title={title} />
      <form
        {...sent.form}
        onSubmit={(event) => {
          // The server would not even read a much larger file.
          if (heavy) event.preventDefault()
          else sent.form.onSubmit(event)
        }}
      >
        <FormProblems state={sent.state} title={title} />
        {basedOn(sent.state.typed.basedOn)}
        <Field id="logo" label={t('file')} hint={t('hint', limits)} error={error}>
          <input
            {...described('logo', { hint: true, error })}
            type="file"
            name="logo"
            accept="image/png"
            onChange={({ target }) => setHeavy((target.files?.[0]?.size ?? 0) > limits.kilobytes * 1024)}
            className="block min-h-11 w-full rounded border border-field bg-raised px-3 py-2 file:mr-4 file:cursor-pointer file:font-semibold"
          />
        </Field>
        <Button type="submit" look="quiet" className="mt-4" aria-disabled={sent.pending || undefined}>
          {t(sent.pending ? 'sending' : 'send')}
        </Button>
      </form>
      {has && (
        <form {...taken.form} className="mt-3">
          {basedOn(taken.state.typed.basedOn)}
          <Button type="submit" look="quiet" aria-disabled={taken.pending || undefined}>
            {t('remove')}
          </Button>
        </form>
      )}
    </div>
  )
}
