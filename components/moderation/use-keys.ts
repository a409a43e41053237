'use client'

import { useEffect, useRef } from 'react'

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable]'
/** Keys that only move along the list: held down, they run through it. */
const MOVES = new Set(['j', 'k', 'ArrowLeft', 'ArrowRight'])

/**
 * Calls `onKey` for a key pressed outside a field and without a modifier; prevents the browser's action for a key it
 * handles. A key held down counts once, unless it only moves: the keyboard repeats it faster than anybody reads. That
 * includes Enter on a button, which the browser would press repeatedly.
 */
export function useKeys(onKey: (key: string) => boolean) {
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    let handled: string | undefined
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : undefined
      if (event.repeat && !MOVES.has(event.key)) {
        const pressed = event.key === 'Enter' && !target?.closest('textarea')
        // The key that opened a field must not be typed into it.
        if (pressed || event.key === handled) event.preventDefault()
        return
      }
      handled = undefined
      if (target?.closest(TYPING) && event.key !== 'Escape') return
      if (!latest.current(event.key)) return
      handled = event.key
      event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
