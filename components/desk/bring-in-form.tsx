'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea, TextInput } from '@/components/ui/field'
import { readPage } from '@/lib/articles/actions'
import type { Cut } from '@/lib/articles/rules/limits'
import type { Problem } from '@/lib/platform/http/problem-codes'
import { bringInArticle, type NotBroughtIn } from '@/lib/surveys/actions'
import { CutNotes } from './cut-notes'
import { KnownArticleNote } from './known-article-note'

const FIELDS = ['text', 'title', 'sourceName', 'sourceUrl', 'publishedOn'] as const
/** Maximum bytes of a character in UTF-8. */
const CHARACTER_BYTES = 4
type Fields = Partial<Record<(typeof FIELDS)[number], string>>

/**
 * Renders the import of an article: pasted, from its address or from a file. Typed input stays until a draft exists.
 */
export function BringInForm({ longest }: { longest: number }) {
  const t = useTranslations('desk.bringIn')
  const p = useTranslations('problems')
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<Problem>()
  const [known, setKnown] = useState<NotBroughtIn['known']>()
  const [fetchProblem, setFetchProblem] = useState<Problem>()
  const [fetched, setFetched] = useState<Cut[]>()
  const [fileTooLarge, setFileTooLarge] = useState(false)
  const [bringing, bring] = useTransition()
  const [fetching, fetchIt] = useTransition()

  /** Fills the form with what was read; a field absent from it keeps what the editor typed. */
  const fill = (fields: Fields) => {
    for (const name of FIELDS) {
      const field = form.current?.elements.namedItem(name)
      if (fields[name] && field && 'value' in field) field.value = fields[name]
    }
  }
  const readAddress = () =>
    fetchIt(async () => {
      const address = form.current?.elements.namedItem('url')
      const read = await readPage(address && 'value' in address ? address.value : '')
      setFetched(read.ok ? (read.value.cuts ?? []) : undefined)
      setFetchProblem(read.ok ? undefined : read.problem)
      if (read.ok) fill(read.value)
    })
  /** A file that cannot be an article is not even read: it would block the browser. */
  const readFile = async (file: File | undefined) => {
    const large = Boolean(file && file.size > longest * CHARACTER_BYTES)
    setFileTooLarge(large)
    if (file && !large) fill({ text: await file.text() })
  }
  const send = (again = false) =>
    bring(async () => {
      const given = new FormData(form.current ?? undefined)
      if (again) given.set('again', 'yes')
      const made = await bringInArticle(given)
      setKnown(made.known)
      setProblem(made.ok || made.known ? undefined : made.problem)
    })

  const fault = problem?.fields?.[0]
  const error = problem && (fault ? p(`fields.${fault.code}`, fault.values) : p(problem.code))
  const fileError = fileTooLarge ? t('fileTooLarge', { max: longest }) : undefined
  const addressError = fetchProblem && p(fetchProblem.code)
  return (
    <form
      ref={form}
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (!bringing) send()
      }}
    >
      <Field id="url" label={t('url')} hint={t('urlHint')} error={addressError}>
        <div className="flex flex-wrap gap-2">
          <div className="min-w-[min(13rem,100%)] flex-1">
            <TextInput {...described('url', { hint: true, error: addressError })} name="url" type="url" />
          </div>
          <Button type="button" look="quiet" aria-disabled={fetching || undefined} onClick={readAddress}>
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
      <input type="hidden" name="sourceUrl" />
      <input type="hidden" name="publishedOn" />
      {known && <KnownArticleNote known={known} busy={bringing} again={() => send(true)} />}
      <Button type="submit" className="mt-6 w-full sm:w-auto" aria-disabled={bringing || undefined}>
        {t(bringing ? 'analysing' : 'analyse')}
      </Button>
    </form>
  )
}
