import { randomBytes } from 'node:crypto'
import { db } from '../../lib/platform/db/client'
import { hashPassword } from '../../lib/staff/commands/passwords'
import type { Identity, Role } from '../../lib/staff/rules/roles'

/** The password of all test staff. */
export const PASSWORD = 'quatre mots sans rapport'

/** All tests' staff share one password, hashed once. */
let hashed: Promise<string> | undefined

/** Stores a member of staff for one test, with PASSWORD unless `changes` differ. */
export async function storedMember(
  role: Role,
  changes: {
    passwordHash?: string | null
    totpSecret?: string
    totpRequired?: boolean
    disabledAt?: Date
  } = {},
): Promise<Identity> {
  hashed ??= hashPassword(PASSWORD)
  const names = { moderator: 'Maude Modératrice', editor: 'Édith Éditrice', admin: 'Adam Administrateur' }
  return db().staffAccount.create({
    data: {
      email: `${role}-${randomBytes(5).toString('hex')}@journal.example`,
      name: names[role],
      role,
      passwordHash: await hashed,
      ...changes,
    },
    select: { id: true, name: true, email: true, role: true },
  })
}
