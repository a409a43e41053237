'use client'

import { useEffect, useState } from 'react'
import { Button } from './button'

type CopyButtonProps = { text: string; label: string; done: string; className?: string }

/** Copies `text`, and confirms it. Not rendered where the browser cannot copy, or runs no JavaScript. */
export function CopyButton({ text, label, done, className = '' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const [canCopy, setCanCopy] = useState(false)
  useEffect(() => setCanCopy(Boolean(navigator.clipboard)), [])
  if (!canCopy) return null
  return (
    <Button
      type="button"
      look="quiet"
      className={`no-print ${className}`}
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
      }}
    >
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  )
}
