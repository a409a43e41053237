'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type FormState, refusedForm, textOf } from '../platform/http/form-state'
import { pageOrigin } from '../platform/http/page-origin'
import { type Outcome, refusal } from '../platform/http/problem-codes'
import { pageLocale } from '../platform/i18n/next-intl'
import { changeRole, disable, enable, invite, requireTotp, reset } from './commands/accounts'
import { changePassword } from './commands/change-password'
import { mailLink } from './commands/link-mail'
import { spendLink } from './commands/links'
import { confirmTotp, endOwnSession, endOwnSessions, removeTotp } from './commands/own-account'
import { createToken, revokeToken, revokeTokens } from './commands/tokens'
import { action, fieldsOf, form, state } from './gate'
import { invitationPath } from './rules/links'
import { ACCOUNT, SIGN_IN, TEAM, TOKENS } from './rules/paths'
import {
  idInput,
  memberFaults,
  memberInput,
  roleInput,
  sessionIdInput,
  tokenIdInput,
  tokenInput,
} from './schema'

const ofMember = fieldsOf({ id: idInput })

const linkTo = async (token: string): Promise<string> =>
  new URL(invitationPath(token), await pageOrigin()).href

/** Redirects to the team's page, which shows what was done, to which account, and how to undo it. */
function backToTeam(outcome: Outcome<unknown>, done: Record<string, string | number>): never {
  revalidatePath(TEAM)
  const says = outcome.ok ? done : { refus: outcome.problem.code }
  redirect(`${TEAM}?${new URLSearchParams(Object.entries(says).map(([name, value]) => [name, `${value}`]))}`)
}

/** Invites a person and returns their one-time link. */
export const inviteAction = action(
  'admin',
  [state, form],
  async (admin, _state, given): Promise<FormState> => {
    const typed = { name: textOf(given, 'name'), email: textOf(given, 'email'), role: textOf(given, 'role') }
    const parsed = memberInput.safeParse(typed)
    const made = parsed.success
      ? await invite(admin, parsed.data)
      : refusal('invalid_request', memberFaults(parsed.error))
    if (!made.ok) return refusedForm(await pageLocale(), made.problem, typed)
    revalidatePath(TEAM)
    const link = await linkTo(made.value.token)
    const mailed = await mailLink({ to: typed, by: admin.name, link, purpose: 'invite' })
    return { errors: [], typed: { invited: typed.name }, link, mailed }
  },
)

/** Resets an account and returns its new one-time link. */
export const resetAction = action(
  'admin',
  [state, ofMember],
  async (admin, _state, { id }): Promise<FormState> => {
    const made = await reset(admin, id)
    if (!made.ok) return refusedForm(await pageLocale(), made.problem)
    revalidatePath(TEAM)
    const link = await linkTo(made.value.token)
    const mailed = await mailLink({ to: made.value.member, by: admin.name, link, purpose: 'reset' })
    return { errors: [], typed: {}, link, mailed }
  },
)

/** Changes an account's role. */
export const changeRoleAction = action(
  'admin',
  [state, fieldsOf({ id: idInput, role: roleInput })],
  async (admin, _state, { id, role }) => {
    const before = await changeRole(admin, id, role)
    backToTeam(before, { fait: 'role', qui: id, ...(before.ok && { avant: before.value }) })
  },
)

/** Disables an account. */
export const disableAction = action('admin', [state, ofMember], async (admin, _state, { id }) => {
  backToTeam(await disable(admin, id), { fait: 'disabled', qui: id })
})

/** Enables an account. */
export const enableAction = action('admin', [state, ofMember], async (admin, _state, { id }) => {
  backToTeam(await enable(admin, id), { fait: 'enabled', qui: id })
})

/** Requires a second factor of an account, or no longer. */
export const requireTotpAction = action(
  'admin',
  [state, fieldsOf({ id: idInput, required: z.unknown() })],
  async (admin, _state, given) => {
    const id = given.id
    const required = given.required === '1'
    backToTeam(await requireTotp(admin, id, required), { fait: required ? 'required' : 'dropped', qui: id })
  },
)

/** Chooses a password with a one-time link, without a sign-in. */
export const spendLinkAction = action(
  'everybody',
  [state, form],
  async (_nobody, _state, given): Promise<FormState> => {
    const typed = { name: textOf(given, 'name'), email: textOf(given, 'email') }
    const spent = await spendLink(textOf(given, 'token'), { ...typed, password: textOf(given, 'password') })
    if (!spent.ok) return refusedForm(await pageLocale(), spent.problem, typed)
    redirect(`${SIGN_IN}?choisi=1`)
  },
)

/** Changes the password of the member who is signed in. */
export const changePasswordAction = action(
  'member',
  [state, form],
  async (member, _state, given): Promise<FormState> => {
    const changed = await changePassword(member, textOf(given, 'old'), textOf(given, 'chosen'))
    if (!changed.ok) return refusedForm(await pageLocale(), changed.problem)
    redirect(`${ACCOUNT}?dit=password`)
  },
)

/** Sets up the second factor of the member who is signed in. */
export const confirmTotpAction = action(
  'member',
  [state, form],
  async (member, _state, given): Promise<FormState> => {
    const set = await confirmTotp(member, textOf(given, 'seal'), textOf(given, 'code'))
    if (!set.ok) return refusedForm(await pageLocale(), set.problem)
    redirect(`${ACCOUNT}?dit=totp`)
  },
)

/** Removes the second factor of the member who is signed in. */
export const removeTotpAction = action(
  'member',
  [state, form],
  async (member, _state, given): Promise<FormState> => {
    const removed = await removeTotp(member, textOf(given, 'password'))
    if (!removed.ok) return refusedForm(await pageLocale(), removed.problem)
    redirect(`${ACCOUNT}?dit=totpRemoved`)
  },
)

/** Ends one session of the member who is signed in. */
export const endSessionAction = action(
  'member',
  [state, fieldsOf({ id: sessionIdInput })],
  async (member, _state, { id }) => {
    await endOwnSession(member, id)
    redirect(`${ACCOUNT}?dit=session`)
  },
)

/** Ends every session of the member who is signed in. */
export const signOutEverywhereAction = action('member', [], async (member) => {
  await endOwnSessions(member)
  redirect(`${SIGN_IN}?parti=1`)
})

/** Creates an API token and returns it this once. */
export const createTokenAction = action(
  'editor',
  [state, form],
  async (editor, _state, given): Promise<FormState> => {
    const scopes = given.getAll('scopes').map(String)
    const typed = { name: textOf(given, 'name'), days: textOf(given, 'days'), scopes: scopes.join(' ') }
    const parsed = tokenInput.safeParse({ ...typed, scopes })
    const made = parsed.success
      ? await createToken(editor, parsed.data)
      : refusal('invalid_request', memberFaults(parsed.error))
    if (!made.ok) return refusedForm(await pageLocale(), made.problem, typed)
    revalidatePath(TOKENS)
    return { errors: [], typed: { made: typed.name }, token: made.value.token }
  },
)

/** Ends one API token of the editor who is signed in. */
export const revokeTokenAction = action(
  'editor',
  [state, fieldsOf({ id: tokenIdInput })],
  async (editor, _state, { id }) => {
    await revokeToken(editor, id)
    redirect(`${TOKENS}?dit=revoked`)
  },
)

/** Ends every API token of the editor who is signed in. */
export const revokeTokensAction = action('editor', [], async (editor) => {
  await revokeTokens(editor)
  redirect(`${TOKENS}?dit=allRevoked`)
})
