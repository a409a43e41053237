'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, refusedForm, textOf } from '../platform/http/form-state'
import { pageLocale } from '../platform/i18n/next-intl'
import { action, form, state } from '../staff/gate'
import { saveCharter } from './commands/charter'
import { saveWords } from './commands/words'
import { findCharter } from './queries/charter'
import { listKinds } from './schema'

export const saveCharterAction = action(
  'admin',
  [state, form],
  async (admin, _state, given): Promise<FormState> => {
    const typed = { text: textOf(given, 'text'), basedOn: textOf(given, 'basedOn') }
    const saved = await saveCharter(admin, typed.text, Number(typed.basedOn))
    if (!saved.ok) {
      const now = saved.problem.code === 'edited_meanwhile' ? await findCharter() : undefined
      const theirs = now && { theirs: now.text, basedOn: String(now.version) }
      return refusedForm(await pageLocale(), saved.problem, { ...typed, ...theirs })
    }
    revalidatePath('/charte')
    return { errors: [], typed: { ...typed, basedOn: String(saved.value.version), saved: 'yes' } }
  },
)

export const saveWordsAction = action(
  'admin',
  [state, form],
  async (admin, _state, given): Promise<FormState> => {
    const kind = listKinds.find((known) => known === textOf(given, 'kind')) ?? 'suspect'
    const typed = { words: textOf(given, 'words') }
    const saved = await saveWords(admin, kind, typed.words)
    if (!saved.ok) return refusedForm(await pageLocale(), saved.problem, typed)
    revalidatePath('/administration/mots')
    return { errors: [], typed: { ...typed, saved: String(saved.value.words) } }
  },
)
