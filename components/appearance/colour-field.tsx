'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { described, Field, TextInput } from '@/components/ui/field'
import { readColour } from '@/lib/appearance/rules/colour'
import { nearest, passes } from '@/lib/appearance/rules/contrast'
import type { Scheme } from '@/lib/appearance/rules/tokens'

type ColourFieldProps = {
  id: string
  label: string
  hint: string
  error: string | undefined
  scheme: Scheme
  value: string
  /** The colour that applies while the field is empty. */
  fallback: string
  onChange: (value: string) => void
}

/**
 * Renders a colour field, to type in or, with JavaScript, to pick from. For an illegible colour it names the nearest
 * legible one.
 */
export function ColourField({ id, label, hint, error, scheme, value, fallback, onChange }: ColourFieldProps) {
  const t = useTranslations('appearance')
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const colour = readColour(value)
  const better = colour && !passes(colour, scheme) ? nearest(colour, scheme) : undefined
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="flex flex-wrap items-center gap-3">
        <div className="w-40">
          <TextInput
            {...described(id, { hint, error })}
            name={id}
            value={value}
            placeholder={fallback}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
        {alive && (
          <input
            type="color"
            aria-label={t('pick', { label })}
            value={colour ?? fallback}
            onChange={(event) => onChange(event.target.value)}
            className="h-11 w-14 rounded border border-field bg-raised p-1"
          />
        )}
      </div>
      <div aria-live="polite">
        {better && (
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span
              aria-hidden="true"
              className="inline-block size-5 rounded border border-field"
              style={{ background: better }}
            />
            {t('nearest', { colour: better })}
            {alive && (
              <button
                type="button"
                className="min-h-10 font-semibold underline underline-offset-2"
                onClick={() => onChange(better)}
              >
                {t('take', { colour: better })}
              </button>
            )}
          </p>
        )}
      </div>
    </Field>
  )
}
