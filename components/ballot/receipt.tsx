'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** A receipt, shown this once. */
export function Receipt({ code }: { code: string }) {
  const t = useTranslations('receipt')
  const [copied, setCopied] = useState(false)
  const [canCopy, setCanCopy] = useState(false)
  return (
    <section
      aria-labelledby="recu"
      className="my-6 rounded border border-field bg-raised px-5 py-4"
      ref={() => setCanCopy(Boolean(navigator.clipboard))}
    >
      <h3 id="recu" className="font-semibold text-xl">
        {t('title')}
      </h3>
      <p className="mt-2">
        <code className="font-mono font-semibold text-lg tracking-wide" data-testid="receipt">
          {code}
        </code>
      </p>
      <p className="mt-2 font-semibold font-sans">{t('once')}</p>
      <p className="mt-1 font-sans text-muted text-sm">{t('use')}</p>
      {canCopy && (
        <p className="no-print mt-3">
          <Button
            type="button"
            look="quiet"
            onClick={async () => {
              await navigator.clipboard.writeText(code)
              setCopied(true)
            }}
          >
            <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
          </Button>
        </p>
      )}
    </section>
  )
}
