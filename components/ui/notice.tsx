import type { ComponentProps } from 'react'

const TONES = {
  plain: 'border-field bg-raised',
  problem: 'border-accent bg-accent-soft',
} as const

type NoticeProps = ComponentProps<'div'> & {
  /** Whether something is wrong; by default an alert means that. */
  tone?: keyof typeof TONES
}

/** Renders a short message set apart from the text around it. Give it a role when it appears by itself. */
export function Notice({ className = '', tone, ...props }: NoticeProps) {
  const look = TONES[tone ?? (props.role === 'alert' ? 'problem' : 'plain')]
  return <div {...props} className={`border-l-4 px-4 py-3 font-sans ${look} ${className}`} />
}
