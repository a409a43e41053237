'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type LinkShownProps = {
  link: string
  name: string
  hours: number
  mailed: 'sent' | 'failed' | 'none' | undefined
}

/** A one-time link, shown this once: to copy and pass on by hand. */
export function LinkShown({ link, name, hours, mailed }: LinkShownProps) {
  const t = useTranslations('administration')
  const [copied, setCopied] = useState(false)
  const [canCopy, setCanCopy] = useState(false)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    setCanCopy(Boolean(navigator.clipboard))
    box.current?.focus()
  }, [])
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t('link', { name })}
      className="mt-5 rounded border border-field bg-raised px-4 py-4 font-sans"
    >
      <p className="font-semibold">{t('link', { name })}</p>
      <p className="mt-2">
        <code className="break-all font-mono text-base" data-testid="link">
          {link}
        </code>
      </p>
      {mailed && mailed !== 'none' && (
        <p className="mt-2 font-semibold">{t(mailed === 'sent' ? 'linkMailed' : 'linkNotMailed')}</p>
      )}
      <p className="mt-2 text-muted text-sm">{t('linkHint', { hours })}</p>
      {canCopy && (
        <Button
          type="button"
          look="quiet"
          className="mt-3"
          onClick={async () => {
            await navigator.clipboard.writeText(link)
            setCopied(true)
          }}
        >
          <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
        </Button>
      )}
    </section>
  )
}
