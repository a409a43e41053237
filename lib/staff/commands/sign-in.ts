import { db } from '../../platform/db/client'
import { env } from '../../platform/runtime/env'
import { ticket } from '../rules/encrypted-tokens'
import type { Role } from '../rules/roles'
import { periodOfCode } from '../rules/totp'
import type { SignInInput } from '../schema'
import { isPassword } from './passwords'
import { passwordMark, startSessionIf } from './sessions'
import { count, countNetwork, countPause, forget, forgetPause, uncountNetwork } from './throttle'

/** A browser from which accounts have signed in before. */
export type Device = { device: string; accounts: number[] }
/** The origin of an attempt. Without a network it counts together with all others that have none. */
export type Origin = {
  network: string | undefined
  /** Whether that network may stand for many clients: a proxy that the settings do not declare. */
  shared?: boolean
  userAgent: string
  device?: Device | undefined
}

/** A session that was started, and the account to which it belongs. */
export type Entry = { sessionId: string; role: Role; accountId: number }

/** The result of an attempt to sign in. */
export type SignInResult =
  | ({ kind: 'in' } & Entry)
  /** Unknown address, wrong password, disabled or no password yet: one answer for all of them. */
  | { kind: 'refused' }
  /** The password was right; the code of the second factor is still missing, or was wrong. */
  | { kind: 'code'; ticket: string; wrong: boolean }
  | { kind: 'wait'; seconds: number }

/** The outcome of an attempt, as the list of sign-ins shows it. */
export type Outcome = 'in' | 'wrong' | 'disabled' | 'code_wrong' | 'oidc'

const note = (accountId: number | null, outcome: Outcome) =>
  db().signIn.create({ data: { accountId, outcome }, select: { id: true } })

const accountFields = {
  id: true,
  email: true,
  role: true,
  passwordHash: true,
  totpSecret: true,
  disabledAt: true,
} as const

type Account = { id: number; email: string; role: Role; passwordHash: string | null }

async function letIn({ id, email, role, passwordHash }: Account, from: Origin): Promise<SignInResult> {
  const sessionId = await startSessionIf(id, from.userAgent, passwordMark(passwordHash))
  if (!sessionId) return { kind: 'refused' }
  const known = knownDevice(id, from)
  if (known) await forget('device', `${known} ${email}`)
  else await forgetAttempts(email, from)
  await note(id, 'in')
  return { kind: 'in', role, sessionId, accountId: id }
}

/** Returns the id of the browser, where this account has signed in from it before. */
const knownDevice = (accountId: number | undefined, { device }: Origin) =>
  accountId !== undefined && device?.accounts.includes(accountId) ? device.device : undefined

async function forgetAttempts(email: string, from: Origin) {
  await forgetPause(email, from.network)
  await forget('account', email)
  await uncountNetwork('network', from)
}

/**
 * Counts an attempt at an address from a browser from which its account, if any, has not signed in yet. Resolves to the
 * seconds to wait, if any.
 */
const countStranger = async (email: string, from: Origin) =>
  (await countNetwork('network', from)) ??
  (await countPause(email, from.network)) ??
  (await count('account', email))

/**
 * Signs in by password, and by code where there is a second factor. Every attempt is counted before any comparison, so
 * that simultaneous attempts cannot exceed the limits. Every attempt verifies exactly one hash. A browser with an
 * earlier sign-in has a count of its own. So others' attempts, from the same address or on the same account, never lock
 * it out.
 */
export async function signIn(given: SignInInput, from: Origin, now = new Date()): Promise<SignInResult> {
  if (given.ticket) return signInByCode(given, from, now)
  const account = await db().staffAccount.findUnique({
    where: { email: given.email },
    select: accountFields,
  })
  const known = knownDevice(account?.id, from)
  const wait = await (known ? count('device', `${known} ${given.email}`) : countStranger(given.email, from))
  if (wait) return { kind: 'wait', seconds: wait }
  const right = await isPassword(account?.passwordHash, given.password)
  if (!account || !right || account.disabledAt) {
    await note(account?.id ?? null, right ? 'disabled' : 'wrong')
    return { kind: 'refused' }
  }
  if (!account.totpSecret) return letIn(account, from)
  const owed = { account: account.id, mark: passwordMark(account.passwordHash) }
  return { kind: 'code', ticket: await ticket.seal(owed, env().AVIS_SECRET), wrong: false }
}

async function signInByCode(given: SignInInput, from: Origin, now: Date): Promise<SignInResult> {
  const owed = await ticket.open(given.ticket, env().AVIS_SECRET)
  const account =
    owed && (await db().staffAccount.findUnique({ where: { id: owed.account }, select: accountFields }))
  if (!account || account.disabledAt || !account.totpSecret) return { kind: 'refused' }
  if (passwordMark(account.passwordHash) !== owed.mark) return { kind: 'refused' }
  const known = knownDevice(account.id, from)
  const crowded = known ? undefined : await countNetwork('network', from)
  if (crowded) return { kind: 'wait', seconds: crowded }
  const counted = known ? `${account.id} ${known}` : String(account.id)
  const wait = await count('code', counted)
  if (wait) return { kind: 'wait', seconds: wait }
  if (!(await spendCode(account.id, account.totpSecret, given.code, now))) {
    await note(account.id, 'code_wrong')
    return { kind: 'code', ticket: given.ticket, wrong: true }
  }
  await forget('code', counted)
  return letIn(account, from)
}

/** Resolves to whether `code` is right and was never used before. */
export async function spendCode(accountId: number, secret: string, code: string, now: Date) {
  const period = periodOfCode(secret, code, now)
  return period !== undefined && !(await count('used', `${accountId} ${period}`))
}

/** Signs in the person for whom an identity provider vouches: only to an account that exists and is not disabled. */
export async function signInByProvider(email: string, from: Origin): Promise<Entry | undefined> {
  const account = await db().staffAccount.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: accountFields,
  })
  if (!account || account.disabledAt) {
    await note(account?.id ?? null, account ? 'disabled' : 'wrong')
    return undefined
  }
  const sessionId = await startSessionIf(account.id, from.userAgent)
  await note(account.id, sessionId ? 'oidc' : 'disabled')
  return sessionId ? { role: account.role, sessionId, accountId: account.id } : undefined
}
