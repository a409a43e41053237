import type { ComponentProps } from 'react'

const LOOKS = {
  primary: 'bg-accent text-on-accent border-accent font-semibold hover:opacity-90',
  quiet: 'bg-transparent text-ink border-field hover:border-accent',
}

type ButtonProps = ComponentProps<'button'> & { look?: keyof typeof LOOKS }

/** Renders a button that stays focusable while it works: `aria-disabled`, so that focus is not lost. */
export function Button({ look = 'primary', className = '', ...props }: ButtonProps) {
  return (
    <button
      {...props}
      className={`min-h-12 rounded border px-5 py-2.5 font-sans aria-disabled:cursor-progress aria-disabled:opacity-70 ${LOOKS[look]} ${className}`}
    />
  )
}
