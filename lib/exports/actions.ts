'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, refusedForm, textOf } from '../platform/http/form-state'
import { refusal } from '../platform/http/problem-codes'
import { fieldProblems } from '../platform/http/problem-response'
import { pageLocale } from '../platform/i18n/next-intl'
import { action, form, state } from '../staff/gate'
import { findSurvey } from '../surveys/queries/public'
import { slugInput } from '../surveys/schema'
import { cancelExport, startExport } from './commands/jobs'
import { FORMATS } from './rules/table'
import { exportInput, readExportForm } from './schema'

const FIELDS = ['format', 'table', 'from', 'to', 'version', 'allTexts', 'setAside'] as const

/** Asks for a file, whose progress the page then shows. */
export const startExportAction = action(
  'editor',
  [slugInput, state, form],
  async (editor, slug, _state, given): Promise<FormState> => {
    const locale = await pageLocale()
    const typed = Object.fromEntries(
      FIELDS.filter((name) => given.has(name)).map((name) => [name, textOf(given, name)]),
    )
    const survey = await findSurvey(slug)
    if (!survey) return refusedForm(locale, { code: 'survey_not_found' }, typed)
    // An archive leaves the house: it is in the language of the consultation, whatever the editor reads.
    const isTable = FORMATS.some((format) => format === typed.format)
    const input = exportInput.safeParse(readExportForm({ ...typed, ...(isTable && { language: locale }) }))
    if (!input.success)
      return refusedForm(locale, refusal('invalid_request', fieldProblems(input.error)).problem, typed)
    const started = await startExport(editor, survey, input.data)
    if (!started.ok) return refusedForm(locale, started.problem, typed)
    revalidatePath(`/redaction/${slug}/exports`)
    redirect(`/redaction/${slug}/exports#fichiers`)
  },
)

/** Takes a file back, or what is to become one; the page says so where it stood. */
export const cancelExportAction = action(
  'editor',
  [slugInput, state, form],
  async (editor, slug, _state, given): Promise<void> => {
    const survey = await findSurvey(slug)
    const job = z.uuid().safeParse(textOf(given, 'job'))
    if (survey && job.success) await cancelExport(editor, survey.id, job.data)
    revalidatePath(`/redaction/${slug}/exports`)
    redirect(`/redaction/${slug}/exports${job.success ? `?annule=${job.data}` : ''}#fichiers`)
  },
)
