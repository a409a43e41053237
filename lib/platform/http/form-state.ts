import type { Locale } from '../i18n/locale'
import { translator } from '../i18n/messages'
import type { Problem } from './problem-codes'

/** What a form shows once it was sent: what is to correct, what was typed, and a link shown this once. */
export type FormState = {
  errors: { field?: string; message: string }[]
  typed: Record<string, string>
  link?: string
  /** An API token, shown this once. */
  token?: string
  /** Whether the link was mailed too; `none` where no mail is set up. */
  mailed?: 'sent' | 'failed' | 'none'
}

/** A form as it goes back to who filled it in, in the language of their page. Nothing secret is among what was typed. */
export function refusedForm(locale: Locale, problem: Problem, typed: Record<string, string> = {}): FormState {
  const sentences = translator(locale, 'problems')
  if (!problem.fields?.length) return { errors: [{ message: sentences(problem.code) }], typed }
  const errors = problem.fields.map(({ code, field, values }) => ({
    message: sentences(`fields.${code}`, values),
    ...(field && { field }),
  }))
  return { errors, typed }
}

/** The text of a form's field; a file is none. */
export const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
