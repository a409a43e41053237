'use client'

import { useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/platform/http/form-state'

/** Lists what prevents a form from being accepted. Takes focus when the form was refused. */
export function FormProblems({ state, title }: { state: FormState; title: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.errors.length) box.current?.focus()
  }, [state])
  if (!state.errors.length) return null
  return (
    <Notice role="alert" className="mb-5">
      <div ref={box} tabIndex={-1}>
        <p className="font-semibold">{title}</p>
        <ul className="mt-1">
          {state.errors.map(({ field, message }) => (
            <li key={message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </Notice>
  )
}
