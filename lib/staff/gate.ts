import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { noteLetIn } from '../platform/http/page-posts'
import { noteSeen } from './commands/sessions'
import { openSession, staffCookie } from './cookies'
import { findSignedIn, type SignedIn } from './queries/signed-in'
import { PATH_HEADER, SECOND_FACTOR, signInPath } from './rules/paths'
import { allows, type Holder, type Identity, type Member, type Role } from './rules/roles'
import { isDueToBeSeen } from './rules/sessions'

/** Read from the database once per request: disabled, revoked or another role counts from the next one on. */
const signedIn = cache(async (): Promise<SignedIn | undefined> => {
  const jar = await cookies()
  const sessionId = await openSession(jar.get(staffCookie().name)?.value)
  const found = sessionId && (await findSignedIn(sessionId))
  if (!found) return undefined
  const now = new Date()
  if (isDueToBeSeen(found.lastSeenAt, now)) await noteSeen(found.sessionId, now)
  return found
})

async function askToSignIn(): Promise<never> {
  redirect(signInPath((await headers()).get(PATH_HEADER)))
}

/** Who is signed in, if anybody, whatever their role: for a page that greets. It opens nothing. */
export async function currentStaff(): Promise<Identity | undefined> {
  return (await signedIn())?.identity
}

/**
 * The person asking, known to hold `role`: for every staff page, action and route, as its first line. Nobody
 * is sent to sign in and comes back here; another role gets a true 403; who owes a second factor sets it up.
 */
export async function requireRole<R extends Role>(role: R): Promise<Holder<R>> {
  const found = (await signedIn()) ?? (await askToSignIn())
  if (found.owesSecondFactor) redirect(SECOND_FACTOR)
  if (!allows(found.identity.role, role)) forbidden()
  noteLetIn()
  return found.identity as Holder<R>
}

/** The person asking, of any role, for what is their own: account, password, sessions, second factor. */
export async function requireMember(): Promise<Member> {
  const { identity, sessionId, owesSecondFactor } = (await signedIn()) ?? (await askToSignIn())
  noteLetIn()
  return { ...identity, sessionId, owesSecondFactor } as Member
}
