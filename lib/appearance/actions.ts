'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, refusedForm, textOf } from '../platform/http/form-state'
import type { Outcome } from '../platform/http/problem-codes'
import { refusal } from '../platform/http/problem-codes'
import { pageLocale } from '../platform/i18n/next-intl'
import { action, form, state } from '../staff/gate'
import { removeLogo, saveLogo } from './commands/logo'
import { saveAppearance } from './commands/save'
import { changedSite } from './queries/site'
import { appearanceVersions } from './queries/versions'
import { appearanceFaults, appearanceInput } from './schema'

type Typed = Record<string, string>

/**
 * Resolves to the form as it goes back: with what was done, or with what is wrong. After a conflict it also shows what
 * another admin saved meanwhile.
 */
async function answer(outcome: Outcome<{ version: number }>, typed: Typed, theirs: () => Promise<Typed>) {
  if (!outcome.ok) {
    const meanwhile = outcome.problem.code === 'edited_meanwhile' ? await theirs() : {}
    return refusedForm(await pageLocale(), outcome.problem, { ...typed, ...meanwhile })
  }
  // Name, logo and accent are on every page.
  revalidatePath('/', 'layout')
  return { errors: [], typed: { ...typed, basedOn: String(outcome.value.version), saved: 'yes' } }
}

const basedOnOf = (sent: FormData) => textOf(sent, 'basedOn')
const newest = async () => ({ basedOn: String((await changedSite()).version) })

/** Saves the site's name and accents. */
export const saveAppearanceAction = action(
  'admin',
  [state, form],
  async (admin, _state, sent): Promise<FormState> => {
    const look = {
      name: textOf(sent, 'name'),
      accent: textOf(sent, 'accent'),
      accentDark: textOf(sent, 'accentDark'),
    }
    const typed = { ...look, basedOn: basedOnOf(sent) }
    const parsed = appearanceInput.safeParse(look)
    const saved = parsed.success
      ? await saveAppearance(admin, parsed.data, Number(typed.basedOn))
      : refusal('invalid_request', appearanceFaults(parsed.error, look))
    return answer(saved, typed, async () => {
      const [now] = await appearanceVersions(admin)
      const { name, accent, accentDark } = now ?? {}
      return { ...(await newest()), theirs: [name, accent, accentDark].filter(Boolean).join(', ') || '—' }
    })
  },
)

/** Saves the site's logo. */
export const saveLogoAction = action(
  'admin',
  [state, form],
  async (admin, _state, given): Promise<FormState> => {
    const [file, typed] = [given.get('logo'), { basedOn: basedOnOf(given) }]
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    return answer(await saveLogo(admin, bytes, Number(typed.basedOn)), typed, newest)
  },
)

/** Removes the site's logo. */
export const removeLogoAction = action(
  'admin',
  [state, form],
  async (admin, _state, given): Promise<FormState> => {
    const typed = { basedOn: basedOnOf(given) }
    return answer(await removeLogo(admin, Number(typed.basedOn)), typed, newest)
  },
)
