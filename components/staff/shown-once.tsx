'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

type ShownOnceProps = { label: string; value: string; testId: 'link' | 'token'; children: ReactNode }

/** Shows a secret once, with a button that copies it. Takes the focus, so that nobody misses it. */
export function ShownOnce({ label, value, testId, children }: ShownOnceProps) {
  const t = useTranslations(testId === 'token' ? 'tokens' : 'administration')
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={label}
      className="mt-5 rounded border border-field bg-raised px-4 py-4 font-sans"
    >
      <p className="font-semibold">{label}</p>
      <p className="mt-2">
        <code className="break-all font-mono text-base" data-testid={testId}>
          {value}
        </code>
      </p>
      {children}
      <CopyButton text={value} label={t('copy')} done={t('copied')} className="mt-3" />
    </section>
  )
}
