import { db } from '../../platform/db/client'
import type { Problem } from '../../platform/http/problem-codes'
import type { Member } from '../rules/roles'
import { isPassword } from './passwords'
import { count, forget } from './throttle'

/**
 * Resolves to the problem with `password`; to undefined when it is the member's own. Wrong ones count, as at the
 * sign-in.
 */
export async function passwordProblem(member: Member, password: string): Promise<Problem | undefined> {
  if (await count('own', String(member.id))) return { code: 'busy' }
  const { passwordHash } = await db().staffAccount.findUniqueOrThrow({
    where: { id: member.id },
    select: { passwordHash: true },
  })
  if (!(await isPassword(passwordHash, password))) return { code: 'wrong_password' }
  await forget('own', String(member.id))
  return undefined
}
