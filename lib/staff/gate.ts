import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { noteLetIn, noteUnreadable } from '../platform/http/page-posts'
import { noteSeen } from './commands/sessions'
import { openSession, staffCookie } from './cookies'
import { findSignedIn, type SignedIn } from './queries/signed-in'
import { PATH_HEADER, SECOND_FACTOR, signInPath } from './rules/paths'
import { allows, type Holder, type Identity, type Member, ROLES, type Role } from './rules/roles'
import { isDueToBeSeen } from './rules/sessions'

/**
 * Reads the session from the database once per request: disabling, revocation or another role counts from the next one
 * on.
 */
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

/** Resolves to the person who is signed in, if any, whatever their role: for a page that greets. It grants nothing. */
export async function currentStaff(): Promise<Identity | undefined> {
  return (await signedIn())?.identity
}

/**
 * Resolves to the signed-in person, proven to hold `role`: the first line of every staff page, action and route. A
 * visitor who is not signed in is sent to the sign-in and comes back here. Another role gets a true 403. A member whose
 * required second factor is missing is sent to set it up.
 */
export async function requireRole<R extends Role>(role: R): Promise<Holder<R>> {
  const found = (await signedIn()) ?? (await askToSignIn())
  if (found.owesSecondFactor) redirect(SECOND_FACTOR)
  if (!allows(found.identity.role, role)) forbidden()
  noteLetIn()
  return found.identity as Holder<R>
}

/** Resolves to the signed-in person, of any role, for what is their own: account, password, sessions, second factor. */
export async function requireMember(): Promise<Member> {
  const { identity, sessionId, owesSecondFactor } = (await signedIn()) ?? (await askToSignIn())
  noteLetIn()
  return { ...identity, sessionId, owesSecondFactor } as Member
}

/** The people for whom an action is: those of a role, all who are signed in, or everybody. */
type Gate = Role | 'member' | 'everybody'
type Person<G extends Gate> = G extends Role ? Holder<G> : G extends 'member' ? Member : undefined

type Given<S extends readonly z.ZodType[]> = { [N in keyof S]: z.input<S[N]> }
type Read<S extends readonly z.ZodType[]> = { [N in keyof S]: z.output<S[N]> }

/** The schema of any form; the action reads it field by field. */
export const form = z.custom<FormData>((given) => given instanceof FormData)
/** Returns the schema of a form that has the fields of `shape`, among others. */
export const fieldsOf = <S extends z.ZodRawShape>(shape: S) =>
  z.preprocess(
    (given) => (given instanceof FormData ? Object.fromEntries(given) : undefined),
    z.object(shape),
  )
/** The schema of what a form showed before, on which nothing here depends. */
export const state = z.unknown()

const isRole = (gate: Gate): gate is Role => ROLES.some((role) => role === gate)

async function personOf(gate: Gate): Promise<unknown> {
  if (isRole(gate)) return requireRole(gate)
  return gate === 'member' ? requireMember() : undefined
}

/**
 * Creates a server action from the people for whom it is, the schemas of its arguments, and its work. Any client can
 * post to it, with any content. A sender who is not admitted learns nothing. Arguments that do not fit are answered
 * with 400 before `work` receives them.
 */
export function action<G extends Gate, const S extends readonly z.ZodType[], T>(
  gate: G,
  schemas: S,
  work: (person: Person<G>, ...given: Read<S>) => Promise<T>,
): (...given: Given<S>) => Promise<T> {
  return async (...given) => {
    const person = await personOf(gate)
    const read = schemas.map((schema, at) => schema.safeParse(given[at]))
    const wrong = read.find(({ success }) => !success)
    if (wrong) {
      noteUnreadable()
      throw wrong.error
    }
    return work(person as Person<G>, ...(read.map(({ data }) => data) as Read<S>))
  }
}
