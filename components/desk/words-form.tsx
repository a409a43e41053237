'use client'

import { useTranslations } from 'next-intl'
import { FormProblems } from '@/components/staff/form-problems'
import { type FormAction, useForm } from '@/components/staff/use-form'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea } from '@/components/ui/field'
import { StatusMessage } from '@/components/ui/status-message'
import type { WordsState } from '@/lib/surveys/actions'
import { wordsField, wordsOf } from '@/lib/surveys/rules/words-fields'
import type { Draft } from '@/lib/surveys/schema'

type WordsFormProps = {
  action: FormAction<WordsState>
  draft: Draft
  revision: number
  /** Readers may be answering: a change can also be a new version. */
  open: boolean
}

/** Renders the words of the questions as a plain form, for a browser without JavaScript. */
export function WordsForm({ action, draft, revision, open }: WordsFormProps) {
  const t = useTranslations('desk.review')
  const { state, errorOf, form } = useForm(action, 'words')
  const { saved, ...typed } = state.typed
  const words = { ...wordsOf(draft), ...typed }
  return (
    <form {...form} className="mb-10 border-rule border-b pb-8">
      <h2 className="font-semibold text-xl">{t('words.title')}</h2>
      <p className="mt-2 font-sans text-muted text-sm">{t('words.hint')}</p>
      <FormProblems state={state} title={t('errorTitle')} />
      {saved && <StatusMessage className="mt-4">{t('words.saved')}</StatusMessage>}
      <input type="hidden" name="revision" value={revision} />
      {draft.questions.map(({ kind }, index) => {
        const parts = [
          { id: wordsField(index, 'prompt'), label: t('prompt'), rows: 2 },
          ...(kind === 'open'
            ? []
            : [
                {
                  id: wordsField(index, 'lines'),
                  label: t(kind === 'aspects' ? 'judgements' : 'options'),
                  rows: 4,
                },
              ]),
        ]
        return (
          <fieldset key={wordsField(index, 'prompt')} className="mt-5">
            <legend className="font-semibold">{t('questionNumber', { number: index + 1 })}</legend>
            {parts.map(({ id, label, rows }) => (
              <Field key={id} id={id} label={label} error={errorOf(id)}>
                <TextArea
                  {...described(id, { error: errorOf(id) })}
                  name={id}
                  lang={draft.language}
                  rows={rows}
                  defaultValue={words[id]}
                />
              </Field>
            ))}
          </fieldset>
        )
      })}
      {state.stake && <Stake {...state.stake} open={open} />}
      <Button type="submit" className="mt-5">
        {t('words.save')}
      </Button>
    </form>
  )
}

/** Renders how many answers depend on whether the change keeps the meaning, and asks which it is. */
function Stake({ answers, correctable, open }: NonNullable<WordsState['stake']> & { open: boolean }) {
  const t = useTranslations('desk.review')
  const choices = [
    ...(correctable ? [{ value: 'correction', label: t('words.correction') }] : []),
    ...(open ? [{ value: 'version', label: t('words.newVersion') }] : []),
  ]
  const stake = t(open ? 'versionStake' : 'correctionStake', { count: answers })
  if (!choices.length) return <p className="mt-5 font-sans text-sm">{stake}</p>
  return (
    <fieldset className="mt-5 font-sans">
      <legend className="font-semibold">{t('words.choice')}</legend>
      <p className="mt-1 text-sm">{stake}</p>
      {choices.map(({ value, label }) => (
        <label key={value} className="flex min-h-9 items-center gap-2">
          <input type="radio" name="as" value={value} required />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
