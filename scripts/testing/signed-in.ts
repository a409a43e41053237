import { startSession } from '../../lib/staff/commands/sessions'
import { sealSession, staffCookie } from '../../lib/staff/cookies'
import type { Role } from '../../lib/staff/rules/roles'
import { Client } from './client'
import { storedMember } from './staff'

/** Creates the browser of a signed-in member of staff. */
export async function signedIn(role: Role, changes: Parameters<typeof storedMember>[1] = {}) {
  const { id, name } = await storedMember(role, { passwordHash: null, ...changes })
  const client = new Client()
  client.cookies.set(staffCookie().name, await sealSession(await startSession(id, 'essai')))
  return { client, id, name }
}
