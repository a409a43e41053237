'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, TextInput } from '@/components/ui/field'
import type { Problem } from '@/lib/platform/http/problem-codes'
import { watchFeed } from '@/lib/surveys/actions'

/** Renders the form that adds a feed to watch. The address stays in the field while it has a fault. */
export function AddFeedForm() {
  const t = useTranslations('desk.feeds')
  const p = useTranslations('problems')
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<Problem>()
  const [found, setFound] = useState<string>()
  const [adding, add] = useTransition()
  const error = problem && p(problem.code)
  return (
    <form
      ref={form}
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        if (adding) return
        add(async () => {
          const added = await watchFeed(String(given.get('url')))
          setProblem(added.ok ? undefined : added.problem)
          setFound(added.ok && added.value.found ? added.value.url : undefined)
          if (added.ok) form.current?.reset()
        })
      }}
    >
      <Field id="url" label={t('url')} error={error}>
        <div className="flex flex-wrap gap-2">
          <div className="min-w-[min(13rem,100%)] flex-1">
            <TextInput
              {...described('url', { error })}
              name="url"
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
            />
          </div>
          <Button type="submit" aria-disabled={adding || undefined}>
            {t(adding ? 'adding' : 'add')}
          </Button>
        </div>
      </Field>
      <p role="status" className="mt-3 break-words font-sans text-sm empty:hidden">
        {found && t('found', { url: found })}
      </p>
    </form>
  )
}
