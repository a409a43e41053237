'use client'

import { type ComponentProps, useEffect, useRef } from 'react'
import { Notice } from './notice'

/**
 * What was just done, where it was asked for. Focus goes to it: the button that was pressed may be gone, and the way
 * back is next. Give it a key of what it says, so that the next news is news too.
 */
export function StatusMessage(props: ComponentProps<typeof Notice>) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return <Notice role="status" {...props} ref={box} tabIndex={-1} />
}
