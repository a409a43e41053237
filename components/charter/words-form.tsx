'use client'

import { useTranslations } from 'next-intl'
import { FormProblems } from '@/components/staff/form-problems'
import { type FormAction, useForm } from '@/components/staff/use-form'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea } from '@/components/ui/field'
import { StatusMessage } from '@/components/ui/status-message'

type WordsFormProps = { action: FormAction; kind: 'banned' | 'suspect'; words: string[] }

/**
 * Renders the form of one word list, an entry a line. An unreadable entry is named by its line, and nothing typed is
 * lost.
 */
export function WordsForm({ action, kind, words }: WordsFormProps) {
  const t = useTranslations('words')
  const { state, pending, errorOf, form } = useForm(action, `form-${kind}`)
  const error = errorOf(kind)
  return (
    <form {...form} className="font-sans">
      <FormProblems state={state} title={t('errorTitle')} />
      {state.typed.saved !== undefined && (
        <StatusMessage key={state.typed.saved} className="mb-4">
          {t('saved', { count: Number(state.typed.saved) })}
        </StatusMessage>
      )}
      <input type="hidden" name="kind" value={kind} />
      <Field id={kind} label={t(`${kind}.label`)} hint={t(`${kind}.hint`)} error={error}>
        <TextArea
          {...described(kind, { hint: true, error })}
          name="words"
          rows={14}
          spellCheck={false}
          className="font-mono text-sm"
          defaultValue={state.typed.words ?? words.join('\n')}
        />
      </Field>
      <Button type="submit" look="quiet" className="mt-4" aria-disabled={pending || undefined}>
        {t(pending ? 'saving' : 'save')}
      </Button>
    </form>
  )
}
