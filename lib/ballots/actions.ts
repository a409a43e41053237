'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { textOf } from '../platform/http/form-state'
import { requireRole } from '../staff/gate'
import { findSurvey } from '../surveys/queries/public'
import { SLUG_LENGTH } from '../surveys/rules/slug'
import { setAutomatic } from './commands/automatic'
import { inspectAll } from './commands/inspect'
import { decideQuarantine } from './commands/quarantine'
import { automaticInput, quarantineInput } from './schema'

const PAGE = '/moderation/integrite'

/** The consultation that the page is narrowed to; what is longer is no address of one. */
const narrowedTo = (form: FormData) => textOf(form, 'survey').slice(0, SLUG_LENGTH)

/** Back to the page, which says what came of it; the consultation it was narrowed to stays. */
function back(survey: string, says: Record<string, string | number>): never {
  revalidatePath(PAGE)
  const named = Object.entries({ ...(survey && { survey }), ...says })
  redirect(`${PAGE}?${new URLSearchParams(named.map(([name, value]) => [name, String(value)]))}#dit`)
}

export async function decideQuarantineAction(_state: undefined, form: FormData): Promise<void> {
  const moderator = await requireRole('moderator')
  const { id, act, note } = quarantineInput.parse(Object.fromEntries(form))
  const done = await decideQuarantine(moderator, id, act, note)
  back(narrowedTo(form), done.ok ? { fait: act, quoi: id } : { refus: done.problem.code })
}

export async function inspectAction(_state: undefined, form: FormData): Promise<void> {
  await requireRole('moderator')
  await inspectAll(new Date(), 'again')
  back(narrowedTo(form), { fait: 'inspected' })
}

export async function setAutomaticAction(_state: undefined, form: FormData): Promise<void> {
  const admin = await requireRole('admin')
  const { rule, says, survey: slug } = automaticInput.parse(Object.fromEntries(form))
  const survey = slug ? await findSurvey(slug) : undefined
  if (slug && !survey) back('', { refus: 'survey_not_found' })
  await setAutomatic(admin, rule, survey?.id ?? null, says === 'inherit' ? null : says === 'yes')
  back(slug, { fait: 'automatic' })
}
