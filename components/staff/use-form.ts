import { usePathname } from 'next/navigation'
import { type FormEvent, useActionState } from 'react'
import type { FormState } from '@/lib/platform/http/form-state'

const EMPTY: FormState = { errors: [], typed: {} }

export type FormAction<S extends FormState = FormState> = (state: S, form: FormData) => Promise<S>

/**
 * Manages a form over a server action. It works before the page's script has loaded, and is sent to its own fragment of
 * the page (`id`). It is sent once however often pressed. Arguments are bound to `action` by the server's page: bound
 * while this renders they would be new ones each time, and the answer to a form without JavaScript would never come.
 */
export function useForm<S extends FormState = FormState>(action: FormAction<S>, id: string) {
  const [state, send, pending] = useActionState<S, FormData>(
    action as (state: Awaited<S>, form: FormData) => S | Promise<S>,
    EMPTY as Awaited<S>,
    `${usePathname()}#${id}`,
  )
  const errorOf = (field: string) => state.errors.find((error) => error.field === field)?.message
  const once = (event: FormEvent) => {
    if (pending) event.preventDefault()
  }
  return { state, pending, errorOf, form: { id, action: send, onSubmit: once } }
}
