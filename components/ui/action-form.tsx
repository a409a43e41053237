'use client'

import { usePathname } from 'next/navigation'
import { type ComponentProps, useActionState } from 'react'

type ActionFormProps = Omit<ComponentProps<'form'>, 'action'> & {
  id: string
  action: (state: undefined, form: FormData) => Promise<void>
}

/**
 * A plain form over a server action that answers by a page. Without its script it is sent to its own place on this page:
 * left to itself React writes an empty address, which HTML does not allow.
 */
export function ActionForm({ id, action, ...rest }: ActionFormProps) {
  const answered = action as (state: undefined, form: FormData) => Promise<undefined>
  const [, send] = useActionState(answered, undefined, `${usePathname()}#${id}`)
  return <form {...rest} id={id} action={send} />
}
