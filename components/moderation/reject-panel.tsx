'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { described, Field, TextArea } from '@/components/ui/field'
import { REASON_CODES, type Reason } from '@/lib/comments/rules/reasons'
import { LawForm } from './law-form'

type RejectPanelProps = {
  count: number
  noteLength: number
  lawLength: number
  /** `illegal` was chosen, and still needs the law. */
  lawAsked: boolean
  onNote: (text: string) => void
  onReject: (reason: Reason) => void
  onRejectIllegal: (law: string) => void
  onCancel: () => void
}

/**
 * Renders the choice of a reason: one of the charter's, by its digit or by hand. A sentence to the author is optional.
 */
export function RejectPanel(props: RejectPanelProps) {
  const { count, noteLength, lawLength, lawAsked, onNote, onReject, onRejectIllegal, onCancel } = props
  const t = useTranslations('moderation')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <section aria-labelledby="motif" className="border-accent border-l-4 bg-accent-soft px-4 py-3 font-sans">
      <h3 id="motif" className="font-semibold">
        {t('whyReject', { count })}
      </h3>
      <ol className="mt-2 grid grid-cols-2 gap-1.5 lg:grid-cols-4">
        {REASON_CODES.map((code, index) => (
          <li key={code}>
            <button
              type="button"
              aria-keyshortcuts={String(index + 1)}
              aria-expanded={code === 'illegal' ? lawAsked : undefined}
              ref={index === 0 ? first : undefined}
              onClick={() => onReject(code)}
              className="min-h-11 w-full rounded border border-field bg-raised px-3 py-1.5 text-left hover:border-accent"
            >
              <span aria-hidden="true">
                <kbd className="mr-2 font-semibold">{index + 1}</kbd>
              </span>
              {t(`reason.${code}`)}
            </button>
          </li>
        ))}
      </ol>
      {lawAsked && <LawForm lawLength={lawLength} onReject={onRejectIllegal} />}
      <Field id="note" label={t('note')} hint={t('noteHint')}>
        <TextArea
          {...described('note', { hint: true })}
          rows={2}
          maxLength={noteLength}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
      </Field>
      <button type="button" onClick={onCancel} className="mt-1 min-h-11 underline underline-offset-2">
        {t('cancel')}
      </button>
    </section>
  )
}
