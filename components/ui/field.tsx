import type { ComponentProps, ReactNode } from 'react'

type FieldProps = { label: ReactNode; hint?: ReactNode; error?: ReactNode; id: string; children: ReactNode }

/** Renders a label, its field, its hint and its fault. */
export function Field({ label, hint, error, id, children }: FieldProps) {
  return (
    <div className="mt-4 font-sans">
      <label htmlFor={id} className="block font-semibold text-sm">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p
          id={`${id}-error`}
          className="my-1 border-accent border-l-4 pl-3 font-semibold text-accent text-sm"
        >
          {error}
        </p>
      )}
      <div className="mt-1">{children}</div>
    </div>
  )
}

/** Returns the ARIA attributes that tell users of screen readers what stands around a field. */
export const described = (id: string, { hint, error }: { hint?: unknown; error?: unknown }) => ({
  id,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? (true as const) : undefined,
})

const LOOK = 'block w-full rounded border border-field bg-raised px-3 py-2 disabled:opacity-60'

/** Renders an input of one line in the field's style. */
export const TextInput = (props: ComponentProps<'input'>) => (
  <input {...props} className={`${LOOK} min-h-11`} />
)
/** Renders an input of several lines in the field's style. */
export const TextArea = ({ className = '', ...props }: ComponentProps<'textarea'>) => (
  <textarea {...props} className={`${LOOK} field-sizing-content ${className}`} />
)
/** Renders a selection in the field's style. */
export const Select = (props: ComponentProps<'select'>) => (
  <select {...props} className={`${LOOK} min-h-11`} />
)
