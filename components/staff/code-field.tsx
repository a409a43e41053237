import type { ComponentProps } from 'react'
import { Field } from './field'

/** Renders the field for an authenticator app's code: digits on a phone's keyboard, with autofill. */
export function CodeField(props: Pick<ComponentProps<typeof Field>, 'label' | 'error' | 'autoFocus'>) {
  return (
    <Field
      {...props}
      name="code"
      inputMode="numeric"
      pattern="[0-9 ]*"
      autoComplete="one-time-code"
      maxLength={9}
      required
      className="max-w-48 font-mono tracking-widest"
    />
  )
}
