import { createContext, useContext } from 'react'

/** A fault of the form, as a sentence, with the field it belongs to. */
export type FormError = { field?: string; message: string }

export const FormErrors = createContext<FormError[]>([])

/** Returns the fault of `field`, if there is one. */
export const useFieldError = (field: string) =>
  useContext(FormErrors).find((error) => error.field === field)?.message

/** Returns the id of a field's fault, for `aria-describedby`. */
export const errorId = (field: string) => `${field}-error`

/** Renders the fault of `field`, if there is one. */
export function FieldError({ field }: { field: string }) {
  const message = useFieldError(field)
  if (!message) return null
  return (
    <p id={errorId(field)} className="my-2 border-accent border-l-4 pl-3 font-sans font-semibold text-accent">
      {message}
    </p>
  )
}
