'use client'

import { useEffect, useRef } from 'react'

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

/** Calls `onKey` for a key pressed outside a field and without a modifier; what it handles, the browser does not. */
export function useKeys(onKey: (key: string) => boolean) {
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const typing = event.target instanceof Element && event.target.closest(TYPING)
      if (typing && event.key !== 'Escape') return
      if (latest.current(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
