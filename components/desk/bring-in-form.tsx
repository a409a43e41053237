'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea, TextInput } from '@/components/ui/field'
import { CutNotes } from './cut-notes'
import { KnownArticleNote } from './known-article-note'
import { useBringIn } from './use-bring-in'

/** Maximum bytes of a character in UTF-8. */
const CHARACTER_BYTES = 4

/**
 * Renders the import of an article: pasted, from its address or from a file. Typed input stays until a draft exists.
 */
export function BringInForm({ longest }: { longest: number }) {
  const t = useTranslations('desk.bringIn')
  const p = useTranslations('problems')
  const desk = useBringIn()
  const { problem, known, fetched, fetching, bringing, origin } = desk
  const [fileTooLarge, setFileTooLarge] = useState(false)
  /** A file that cannot be an article is not even read: it would block the browser. */
  const readFile = async (file: File | undefined) => {
    const large = Boolean(file && file.size > longest * CHARACTER_BYTES)
    setFileTooLarge(large)
    if (file && !large) desk.takeFile(await file.text())
  }

  const fault = problem?.fields?.[0]
  const error = problem && (fault ? p(`fields.${fault.code}`, fault.values) : p(problem.code))
  const fileError = fileTooLarge ? t('fileTooLarge', { max: longest }) : undefined
  const addressError = desk.fetchProblem && p(desk.fetchProblem.code)
  return (
    <form
      ref={desk.form}
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (!bringing) desk.send()
      }}
    >
      <Field id="url" label={t('url')} hint={t('urlHint')} error={addressError}>
        <div className="flex flex-wrap gap-2">
          <div className="min-w-[min(13rem,100%)] flex-1">
            <TextInput
              {...described('url', { hint: true, error: addressError })}
              name="url"
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              onChange={desk.changeAddress}
            />
          </div>
          <Button type="button" look="quiet" aria-disabled={fetching || undefined} onClick={desk.readAddress}>
            {t(fetching ? 'fetching' : 'fetch')}
          </Button>
        </div>
      </Field>
      <Field id="file" label={t('file')} error={fileError}>
        <input
          {...described('file', { error: fileError })}
          type="file"
          accept=".txt,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown"
          className="min-h-11 w-full py-2 text-sm"
          onChange={(event) => readFile(event.target.files?.[0])}
        />
      </Field>
      <p role="status" className="mt-3 font-sans text-sm empty:hidden">
        {fetched && t('fetched')}
      </p>
      <CutNotes cuts={fetched ?? []} />
      <Field id="text" label={t('text')} hint={t('textHint', { max: longest })} error={error}>
        <TextArea
          {...described('text', { hint: true, error })}
          name="text"
          rows={14}
          className="max-h-[60vh] min-h-60"
          onChange={(event) => desk.changeText(event.target.value)}
        />
      </Field>
      <div className="items-end sm:grid sm:grid-cols-2 sm:gap-x-5">
        <Field id="title" label={t('articleTitle')} hint={t('titleHint')}>
          <TextInput {...described('title', { hint: true })} name="title" />
        </Field>
        <Field id="sourceName" label={t('source')} hint={t('sourceHint')}>
          <TextInput {...described('sourceName', { hint: true })} name="sourceName" />
        </Field>
      </div>
      {origin.sourceUrl && (
        <p className="mt-4 font-sans text-sm">
          {t('origin')} <span className="break-all">{origin.sourceUrl}</span>{' '}
          <Button
            type="button"
            look="quiet"
            className="min-h-8! px-3! py-1!"
            onClick={() => {
              desk.forgetOrigin()
              desk.form.current?.querySelector<HTMLElement>('[name="text"]')?.focus()
            }}
          >
            {t('forgetOrigin')}
          </Button>
        </p>
      )}
      {known && <KnownArticleNote known={known} busy={bringing} again={() => desk.send(true)} />}
      <Button type="submit" className="mt-6 w-full sm:w-auto" aria-disabled={bringing || undefined}>
        {t(bringing ? 'analysing' : 'analyse')}
      </Button>
    </form>
  )
}
