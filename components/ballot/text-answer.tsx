'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { errorId, useFieldError } from './field-error'

type TextAnswerProps = { field: string; labelledBy: string; value: string; max: number }

/** From this many characters before the limit on, the remaining number is shown. */
const COUNTED_FROM = 500

/** Renders a free answer whose field grows with its text. A text that is too long stays, for the reader to shorten. */
export function TextAnswer({ field, labelledBy, value, max }: TextAnswerProps) {
  const t = useTranslations('ballot')
  const [length, setLength] = useState(value.length)
  const error = useFieldError(field)
  const left = max - length
  const described = [`${field}-hint`, error && errorId(field)].filter(Boolean).join(' ')
  return (
    <>
      <textarea
        id={field}
        name={field}
        rows={4}
        defaultValue={value}
        aria-labelledby={labelledBy}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => setLength(event.target.value.length)}
        className="field-sizing-content block min-h-32 w-full rounded border border-field bg-raised px-3 py-2.5 text-lg"
      />
      <p id={`${field}-hint`} className="mt-1.5 font-sans text-muted text-sm">
        {t('textHint', { max })}
      </p>
      <p aria-live="polite" className="font-sans text-sm empty:hidden">
        {left < 0 ? t('textOver', { over: -left }) : left < COUNTED_FROM && t('textLeft', { left })}
      </p>
    </>
  )
}
