import type { Locale } from '../i18n/locale'
import { translator } from '../i18n/messages'
import type { Problem } from './problem-codes'

/** What a form shows after it was sent: what to correct, what was typed, and a link shown only this once. */
export type FormState = {
  errors: { field?: string; message: string }[]
  typed: Record<string, string>
  link?: string
  /** An API token, shown only this once. */
  token?: string
  /** Whether the link was mailed too; `none` where no mail is set up. */
  mailed?: 'sent' | 'failed' | 'none'
}

/** Returns a form as it goes back to its sender, in the language of their page. `typed` must contain nothing secret. */
export function refusedForm(locale: Locale, problem: Problem, typed: Record<string, string> = {}): FormState {
  const sentences = translator(locale, 'problems')
  if (!problem.fields?.length) return { errors: [{ message: sentences(problem.code) }], typed }
  const errors = problem.fields.map(({ code, field, values }) => ({
    message: sentences(`fields.${code}`, values),
    ...(field && { field }),
  }))
  return { errors, typed }
}

/** Returns the text of a form's field; empty for a file or a missing field. */
export const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
