'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, refusedForm, textOf } from '../platform/http/form-state'
import { pageLocale } from '../platform/i18n/next-intl'
import { requireRole } from '../staff/gate'
import { saveCharter } from './commands/charter'
import { saveWords } from './commands/words'
import { findCharter } from './queries/charter'
import { listKinds } from './schema'

export async function saveCharterAction(_state: FormState, form: FormData): Promise<FormState> {
  const admin = await requireRole('admin')
  const typed = { text: textOf(form, 'text'), basedOn: textOf(form, 'basedOn') }
  const saved = await saveCharter(admin, typed.text, Number(typed.basedOn))
  if (!saved.ok) {
    const now = saved.problem.code === 'edited_meanwhile' ? await findCharter() : undefined
    const theirs = now && { theirs: now.text, basedOn: String(now.version) }
    return refusedForm(await pageLocale(), saved.problem, { ...typed, ...theirs })
  }
  revalidatePath('/charte')
  return { errors: [], typed: { ...typed, basedOn: String(saved.value.version), saved: 'yes' } }
}

export async function saveWordsAction(_state: FormState, form: FormData): Promise<FormState> {
  const admin = await requireRole('admin')
  const kind = listKinds.find((known) => known === textOf(form, 'kind')) ?? 'suspect'
  const typed = { words: textOf(form, 'words') }
  const saved = await saveWords(admin, kind, typed.words)
  if (!saved.ok) return refusedForm(await pageLocale(), saved.problem, typed)
  revalidatePath('/administration/mots')
  return { errors: [], typed: { ...typed, saved: String(saved.value.words) } }
}
