import { usePathname } from 'next/navigation'
import { type FormEvent, useActionState } from 'react'
import type { FormState } from '@/lib/platform/http/form-state'

const EMPTY: FormState = { errors: [], typed: {} }

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

/**
 * Manages a form over a server action. It works before the page's script has loaded, and is sent to its own fragment of
 * the page (`id`). It is sent once however often pressed.
 */
export function useForm(action: FormAction, id: string) {
  const [state, send, pending] = useActionState(action, EMPTY, `${usePathname()}#${id}`)
  const errorOf = (field: string) => state.errors.find((error) => error.field === field)?.message
  const once = (event: FormEvent) => {
    if (pending) event.preventDefault()
  }
  return { state, pending, errorOf, form: { id, action: send, onSubmit: once } }
}
