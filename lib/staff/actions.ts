'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { type FormState, refusedForm, textOf } from '../platform/http/form-state'
import { pageOrigin } from '../platform/http/page-origin'
import { type Outcome, refusal } from '../platform/http/problem-codes'
import { pageLocale } from '../platform/i18n/next-intl'
import { changeRole, disable, enable, invite, requireTotp, reset } from './commands/accounts'
import { mailLink } from './commands/link-mail'
import { spendLink } from './commands/links'
import { changePassword, confirmTotp, endOwnSession, endOwnSessions, removeTotp } from './commands/own'
import { createToken, revokeToken, revokeTokens } from './commands/tokens'
import { requireMember, requireRole } from './gate'
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

const linkTo = async (token: string): Promise<string> =>
  new URL(invitationPath(token), await pageOrigin()).href

/** Back to the team's page, which says what was done, and to whom, and how to undo it. */
function backToTeam(outcome: Outcome<unknown>, done: Record<string, string | number>): never {
  revalidatePath(TEAM)
  const says = outcome.ok ? done : { refus: outcome.problem.code }
  redirect(`${TEAM}?${new URLSearchParams(Object.entries(says).map(([name, value]) => [name, `${value}`]))}`)
}

export async function inviteAction(_state: FormState, form: FormData): Promise<FormState> {
  const admin = await requireRole('admin')
  const typed = { name: textOf(form, 'name'), email: textOf(form, 'email'), role: textOf(form, 'role') }
  const parsed = memberInput.safeParse(typed)
  const made = parsed.success
    ? await invite(admin, parsed.data)
    : refusal('invalid_request', memberFaults(parsed.error))
  if (!made.ok) return refusedForm(await pageLocale(), made.problem, typed)
  revalidatePath(TEAM)
  const link = await linkTo(made.value.token)
  const mailed = await mailLink({ to: typed, by: admin.name, link, purpose: 'invite' })
  return { errors: [], typed: { invited: typed.name }, link, mailed }
}

export async function resetAction(_state: FormState, form: FormData): Promise<FormState> {
  const admin = await requireRole('admin')
  const made = await reset(admin, idInput.parse(form.get('id')))
  if (!made.ok) return refusedForm(await pageLocale(), made.problem)
  revalidatePath(TEAM)
  const link = await linkTo(made.value.token)
  const mailed = await mailLink({ to: made.value.member, by: admin.name, link, purpose: 'reset' })
  return { errors: [], typed: {}, link, mailed }
}

export async function changeRoleAction(_state: undefined, form: FormData) {
  const admin = await requireRole('admin')
  const id = idInput.parse(form.get('id'))
  const before = await changeRole(admin, id, roleInput.parse(form.get('role')))
  backToTeam(before, { fait: 'role', qui: id, ...(before.ok && { avant: before.value }) })
}

export async function disableAction(_state: undefined, form: FormData) {
  const admin = await requireRole('admin')
  const id = idInput.parse(form.get('id'))
  backToTeam(await disable(admin, id), { fait: 'disabled', qui: id })
}

export async function enableAction(_state: undefined, form: FormData) {
  const admin = await requireRole('admin')
  const id = idInput.parse(form.get('id'))
  backToTeam(await enable(admin, id), { fait: 'enabled', qui: id })
}

export async function requireTotpAction(_state: undefined, form: FormData) {
  const admin = await requireRole('admin')
  const id = idInput.parse(form.get('id'))
  const required = form.get('required') === '1'
  backToTeam(await requireTotp(admin, id, required), { fait: required ? 'required' : 'dropped', qui: id })
}

export async function spendLinkAction(_state: FormState, form: FormData): Promise<FormState> {
  const typed = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const spent = await spendLink(textOf(form, 'token'), { ...typed, password: textOf(form, 'password') })
  if (!spent.ok) return refusedForm(await pageLocale(), spent.problem, typed)
  redirect(`${SIGN_IN}?choisi=1`)
}

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember()
  const changed = await changePassword(member, textOf(form, 'old'), textOf(form, 'chosen'))
  if (!changed.ok) return refusedForm(await pageLocale(), changed.problem)
  redirect(`${ACCOUNT}?dit=password`)
}

export async function confirmTotpAction(_state: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember()
  const set = await confirmTotp(member, textOf(form, 'seal'), textOf(form, 'code'))
  if (!set.ok) return refusedForm(await pageLocale(), set.problem)
  redirect(`${ACCOUNT}?dit=totp`)
}

export async function removeTotpAction(_state: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember()
  const removed = await removeTotp(member, textOf(form, 'password'))
  if (!removed.ok) return refusedForm(await pageLocale(), removed.problem)
  redirect(`${ACCOUNT}?dit=totpRemoved`)
}

export async function endSessionAction(_state: undefined, form: FormData) {
  await endOwnSession(await requireMember(), sessionIdInput.parse(form.get('id')))
  redirect(`${ACCOUNT}?dit=session`)
}

export async function signOutEverywhereAction() {
  await endOwnSessions(await requireMember())
  redirect(`${SIGN_IN}?parti=1`)
}

export async function createTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  const editor = await requireRole('editor')
  const scopes = form.getAll('scopes').map(String)
  const typed = { name: textOf(form, 'name'), days: textOf(form, 'days'), scopes: scopes.join(' ') }
  const parsed = tokenInput.safeParse({ ...typed, scopes })
  const made = parsed.success
    ? await createToken(editor, parsed.data)
    : refusal('invalid_request', memberFaults(parsed.error))
  if (!made.ok) return refusedForm(await pageLocale(), made.problem, typed)
  revalidatePath(TOKENS)
  return { errors: [], typed: { made: typed.name }, token: made.value.token }
}

export async function revokeTokenAction(_state: undefined, form: FormData) {
  const editor = await requireRole('editor')
  await revokeToken(editor, tokenIdInput.parse(form.get('id')))
  redirect(`${TOKENS}?dit=revoked`)
}

export async function revokeTokensAction() {
  await revokeTokens(await requireRole('editor'))
  redirect(`${TOKENS}?dit=allRevoked`)
}
