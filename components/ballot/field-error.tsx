import { createContext, useContext } from 'react'

/** What is wrong with the form, each sentence with the field it belongs beside. */
export type FormError = { field?: string; message: string }

export const FormErrors = createContext<FormError[]>([])

export const useFieldError = (field: string) =>
  useContext(FormErrors).find((error) => error.field === field)?.message

export const errorId = (field: string) => `${field}-error`

/** The sentence that belongs beside `field`, when something is wrong with it. */
export function FieldError({ field }: { field: string }) {
  const message = useFieldError(field)
  if (!message) return null
  return (
    <p id={errorId(field)} className="my-2 border-accent border-l-4 pl-3 font-sans font-semibold text-accent">
      {message}
    </p>
  )
}
