'use client'

import { type ComponentProps, useEffect, useRef } from 'react'
import { Notice } from './notice'

/**
 * Renders what was just done, where it was requested. Takes focus: the pressed button may be gone, and the undo comes
 * next. Its key must depend on its content, so that the next message is announced too.
 */
export function StatusMessage(props: ComponentProps<typeof Notice>) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return <Notice role="status" {...props} ref={box} tabIndex={-1} />
}
