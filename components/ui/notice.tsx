import type { ComponentProps } from 'react'

const TONES = {
  plain: 'border-field bg-raised',
  problem: 'border-accent bg-accent-soft',
} as const

type NoticeProps = ComponentProps<'div'> & {
  /** Whether something is in the way; an alert is about that, unless told otherwise. */
  tone?: keyof typeof TONES
}

/** A short message set apart from the text around it. Give it a role when it appears by itself. */
export function Notice({ className = '', tone, ...props }: NoticeProps) {
  const look = TONES[tone ?? (props.role === 'alert' ? 'problem' : 'plain')]
  return <div {...props} className={`border-l-4 px-4 py-3 font-sans ${look} ${className}`} />
}
