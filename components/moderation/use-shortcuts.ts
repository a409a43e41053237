'use client'

import { useEffect, useState } from 'react'

const KEPT = 'avis:shortcuts'
const OFF = 'off'

function isOff() {
  try {
    return localStorage.getItem(KEPT) === OFF
  } catch {
    // A browser that keeps nothing: the keys act until they are turned off again.
    return false
  }
}

/**
 * Whether single keys act on the desk, and how to change that on this device: who dictates to their computer, or hits
 * keys by chance, must be able to turn them off (WCAG 2.1.4).
 */
export function useShortcuts(): [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(!isOff()), [])
  const set = (next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(KEPT, next ? 'on' : OFF)
    } catch {
      // Then it holds for this page.
    }
  }
  return [on, set]
}
