'use client'

import { usePathname } from 'next/navigation'
import { type ComponentProps, useActionState } from 'react'

type ActionFormProps = Omit<ComponentProps<'form'>, 'action'> & {
  id: string
  action: (state: undefined, form: FormData) => Promise<void>
}

/**
 * Renders a plain form over a server action that responds with a page. Without its script it is sent to its own
 * fragment of this page. By default React renders an empty address, which HTML does not allow.
 */
export function ActionForm({ id, action, ...rest }: ActionFormProps) {
  const answered = action as (state: undefined, form: FormData) => Promise<undefined>
  const [, send] = useActionState(answered, undefined, `${usePathname()}#${id}`)
  return <form {...rest} id={id} action={send} />
}
