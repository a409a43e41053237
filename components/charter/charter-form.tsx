'use client'

import { useTranslations } from 'next-intl'
import { FormProblems } from '@/components/staff/form-problems'
import { type FormAction, useForm } from '@/components/staff/use-form'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea } from '@/components/ui/field'
import { StatusMessage } from '@/components/ui/status-message'

type CharterFormProps = { action: FormAction; text: string; version: number; max: number }

/** Renders the charter's editor. An editor who saves second sees what the first saved, and the typed text stays. */
export function CharterForm({ action, text, version, max }: CharterFormProps) {
  const t = useTranslations('charter')
  const { state, pending, errorOf, form } = useForm(action, 'form-charter')
  const { typed } = state
  const error = errorOf('text')
  return (
    <form {...form} className="max-w-3xl font-sans">
      <FormProblems state={state} title={t('errorTitle')} />
      {typed.saved && (
        <StatusMessage key={typed.basedOn} className="mb-4">
          {t('saved', { version: Number(typed.basedOn) })} <a href="/charte">{t('see')}</a>
        </StatusMessage>
      )}
      {typed.theirs !== undefined && (
        <details className="mb-4 border-rule border-l-2 pl-4" open>
          <summary className="font-semibold">{t('theirs')}</summary>
          <pre className="mt-2 whitespace-pre-wrap font-sans text-sm">{typed.theirs}</pre>
        </details>
      )}
      <input type="hidden" name="basedOn" value={typed.basedOn ?? version} />
      <Field id="text" label={t('text')} hint={t('hint', { max })} error={error}>
        <TextArea
          {...described('text', { hint: true, error })}
          key={typed.saved}
          name="text"
          rows={24}
          defaultValue={typed.text ?? text}
        />
      </Field>
      <Button type="submit" className="mt-5" aria-disabled={pending || undefined}>
        {t(pending ? 'saving' : 'save')}
      </Button>
    </form>
  )
}
