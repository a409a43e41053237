import { db } from '../../platform/db/client'
import type { Admin, Role } from '../rules/roles'

/** The state of an account in the list of staff. */
export type MemberState = 'active' | 'invited' | 'disabled'
/** A member of staff as the list shows them. */
export type MemberView = {
  id: number
  name: string
  email: string
  role: Role
  state: MemberState
  secondFactor: 'none' | 'owed' | 'set'
  totpRequired: boolean
  lastSignIn: Date | null
}

/** Limits the sign-ins shown: a page of them is read at a glance; older ones are history. */
const SIGN_INS_SHOWN = 30

/** Resolves to all staff: active ones by name, then disabled ones by when they were disabled. `_by` proves who asks. */
export async function listMembers(_by: Admin | 'shell'): Promise<MemberView[]> {
  const rows = await db().staffAccount.findMany({
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabledAt: true,
      passwordHash: true,
      totpSecret: true,
      totpRequired: true,
      signIns: {
        where: { outcome: { in: ['in', 'oidc'] } },
        orderBy: { id: 'desc' },
        take: 1,
        select: { at: true },
      },
    },
  })
  return rows.map(({ disabledAt, passwordHash, totpSecret, signIns, ...member }) => {
    const lastSignIn = signIns[0]?.at ?? null
    const settled = passwordHash || lastSignIn ? 'active' : 'invited'
    const factor = member.totpRequired ? 'owed' : 'none'
    return {
      ...member,
      state: disabledAt ? 'disabled' : settled,
      secondFactor: totpSecret ? 'set' : factor,
      lastSignIn,
    }
  })
}

/**
 * Resolves to the newest attempts to sign in. An address without an account is not stored, so it is not shown either.
 */
export async function recentSignIns(_by: Admin) {
  return db().signIn.findMany({
    orderBy: { id: 'desc' },
    take: SIGN_INS_SHOWN,
    select: { id: true, outcome: true, at: true, account: { select: { name: true } } },
  })
}

/** Resolves to the account id of an address, for the shell. */
export async function findMemberId(email: string): Promise<number | undefined> {
  const found = await db().staffAccount.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true },
  })
  return found?.id
}
