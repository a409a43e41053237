'use client'

import { useEffect, useState } from 'react'

const KEPT = 'avis:shortcuts'
const OFF = 'off'

function isOff() {
  try {
    return localStorage.getItem(KEPT) === OFF
  } catch {
    // The browser stores nothing: the keys are active until they are turned off once more.
    return false
  }
}

/**
 * Returns whether single keys act on the desk, and a setter for this device. People who dictate to their computer, or
 * hit keys by chance, must be able to turn them off (WCAG 2.1.4).
 */
export function useShortcuts(): [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(!isOff()), [])
  const set = (next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(KEPT, next ? 'on' : OFF)
    } catch {
      // Then the setting applies to this page.
    }
  }
  return [on, set]
}
