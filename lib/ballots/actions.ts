'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action, fieldsOf, state } from '../staff/gate'
import { findSurvey } from '../surveys/queries/public'
import { SLUG_LENGTH } from '../surveys/rules/slug'
import { setAutomatic } from './commands/automatic'
import { inspectAll } from './commands/inspect'
import { decideQuarantine } from './commands/quarantine'
import { automaticInput, quarantineInput } from './schema'

const PAGE = '/moderation/integrite'

/** The consultation that the page is narrowed to; a longer value cannot be the address of one. */
const narrowed = z
  .unknown()
  .transform((given) => (typeof given === 'string' ? given.slice(0, SLUG_LENGTH) : ''))

/** Redirects to the page with the outcome in its query, and keeps the consultation it was narrowed to. */
function back(survey: string, says: Record<string, string | number>): never {
  revalidatePath(PAGE)
  const named = Object.entries({ ...(survey && { survey }), ...says })
  redirect(`${PAGE}?${new URLSearchParams(named.map(([name, value]) => [name, String(value)]))}#dit`)
}

export const decideQuarantineAction = action(
  'moderator',
  [state, fieldsOf({ ...quarantineInput.shape, survey: narrowed })],
  async (moderator, _state, { id, act, note, survey }) => {
    const done = await decideQuarantine(moderator, id, act, note)
    back(survey, done.ok ? { fait: act, quoi: id } : { refus: done.problem.code })
  },
)

export const inspectAction = action(
  'moderator',
  [state, fieldsOf({ survey: narrowed })],
  async (_moderator, _state, { survey }) => {
    await inspectAll(new Date(), 'again')
    back(survey, { fait: 'inspected' })
  },
)

export const setAutomaticAction = action(
  'admin',
  [state, fieldsOf(automaticInput.shape)],
  async (admin, _state, { rule, says, survey: slug }) => {
    const survey = slug ? await findSurvey(slug) : undefined
    if (slug && !survey) back('', { refus: 'survey_not_found' })
    await setAutomatic(admin, rule, survey?.id ?? null, says === 'inherit' ? null : says === 'yes')
    back(slug, { fait: 'automatic' })
  },
)
