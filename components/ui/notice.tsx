import type { ComponentProps } from 'react'

/** A short message set apart from the text around it. Give it a role when it appears by itself. */
export function Notice({ className = '', ...props }: ComponentProps<'div'>) {
  return (
    <div {...props} className={`border-accent border-l-4 bg-accent-soft px-4 py-3 font-sans ${className}`} />
  )
}
