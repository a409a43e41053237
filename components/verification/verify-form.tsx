'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, TextInput } from '@/components/ui/field'
import { type Checked, checkReceipt, Refused } from './ask'
import { VerdictView } from './verdict'

type Work =
  | { state: 'idle' }
  | { state: 'checking'; seq: number; of: number | undefined; stop: () => void }
  | { state: 'done'; checked: Checked }

type VerifyFormProps = { typed: string | undefined; unknown: string | undefined; children: ReactNode }

/**
 * Renders the check of a receipt in the reader's own browser. Sent as a form it is checked by the server, whose result
 * `children` show.
 */
export function VerifyForm({ typed, unknown, children }: VerifyFormProps) {
  const t = useTranslations('verification')
  const [work, setWork] = useState<Work>({ state: 'idle' })
  const [error, setError] = useState(unknown)
  const [touched, setTouched] = useState(false)
  const answer = useRef<HTMLDivElement>(null)

  async function check(code: string) {
    const controller = new AbortController()
    const stop = () => controller.abort()
    setTouched(true)
    setError(undefined)
    setWork({ state: 'checking', seq: 0, of: undefined, stop })
    try {
      const checked = await checkReceipt(code, controller.signal, (seq, of) =>
        setWork({ state: 'checking', seq, of, stop }),
      )
      setWork({ state: 'done', checked })
      requestAnimationFrame(() => answer.current?.focus())
    } catch (failure) {
      setWork({ state: 'idle' })
      if (controller.signal.aborted) return
      setError(t(failure instanceof Refused && failure.status === 404 ? 'unknown' : 'failed'))
    }
  }

  const checking = work.state === 'checking'
  return (
    <>
      <form
        method="post"
        action="/api/v1/receipts"
        className="mt-6 font-sans"
        onSubmit={(event) => {
          event.preventDefault()
          if (!checking) void check(String(new FormData(event.currentTarget).get('code')))
        }}
      >
        <input type="hidden" name="page" value="verification" />
        <Field id="code" label={t('label')} hint={t('hint')} error={error}>
          <TextInput
            {...described('code', { hint: true, error })}
            name="code"
            required
            maxLength={60}
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </Field>
        <p className="mt-4 flex flex-wrap gap-3">
          <Button type="submit" className="w-full sm:w-auto" aria-disabled={checking || undefined}>
            {t(checking ? 'checking' : 'check')}
          </Button>
          {checking && (
            <Button type="button" look="quiet" onClick={work.stop}>
              {t('cancel')}
            </Button>
          )}
        </p>
      </form>
      <div role="status" className="font-sans">
        {checking && (
          <p className="mt-4 text-muted text-sm tabular-nums">
            {work.of ? t('progress', { seq: work.seq, of: work.of }) : t('begun')}
          </p>
        )}
        {error && touched && <p className="sr-only">{error}</p>}
      </div>
      <div ref={answer} tabIndex={-1} className="mt-8 font-sans">
        {work.state === 'done' ? <VerdictView {...work.checked} by="browser" /> : !touched && children}
      </div>
    </>
  )
}
