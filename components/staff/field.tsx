import type { ComponentProps, ReactNode } from 'react'

type FieldProps = ComponentProps<'input'> & {
  name: string
  label: string
  hint?: ReactNode
  error?: string | undefined
}

/** Renders a field of one line, with its label above and its fault beside it. */
export function Field({ label, hint, error, id, className = '', ...input }: FieldProps) {
  const field = id ?? input.name
  const described = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ')
  return (
    <div className="mt-5 first:mt-0">
      <label htmlFor={field} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${field}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${field}-error`} className="my-1 border-accent border-l-4 pl-3 font-semibold text-accent">
          {error}
        </p>
      )}
      <input
        {...input}
        id={field}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        className={`mt-1.5 block min-h-12 w-full rounded border border-field bg-raised px-3 py-2 text-lg ${className}`}
      />
    </div>
  )
}
