import { db } from '../../../lib/platform/db/client'
import { invite } from '../../../lib/staff/commands/accounts'
import { firstAdminLink, spendLink } from '../../../lib/staff/commands/links'
import { signIn } from '../../../lib/staff/commands/sign-in'
import type { Identity } from '../../../lib/staff/rules/roles'
import { PASSWORD } from '../../testing/staff'

const ADMIN = { name: 'Claire Dupont', email: 'claire@journal.example' }
const INVITED = [
  { name: 'Édith Martin', email: 'edith@journal.example', role: 'editor' },
  { name: 'Marc Leroy', email: 'marc@journal.example', role: 'moderator' },
  { name: 'Nadia Benali', email: 'nadia@journal.example', role: 'moderator' },
] as const

/** Uses the one-time link, and signs in once. */
async function arrive(token: string, { name, email }: { name: string; email: string }) {
  const spent = await spendLink(token, { password: PASSWORD, name, email })
  if (!spent.ok) throw new Error(`the link of ${email} was refused: ${spent.problem.code}`)
  const given = { email, password: PASSWORD, code: '', ticket: '' }
  const entered = await signIn(given, { network: undefined, userAgent: 'Firefox' })
  if (entered.kind !== 'in') throw new Error(`${email} was not let in`)
}

const accountOf = (email: string): Promise<Identity> =>
  db().staffAccount.findUniqueOrThrow({
    where: { email },
    select: { id: true, name: true, email: true, role: true },
  })

/** Creates a newsroom of four invented people; the last one was invited and has not signed in yet. */
export async function gather() {
  const link = await firstAdminLink('http://localhost')
  await arrive(link?.split('/').at(-1) ?? '', ADMIN)
  for (const [index, one] of INVITED.entries()) {
    const invited = await invite('shell', one)
    if (!invited.ok) throw new Error(`${one.email} was not invited: ${invited.problem.code}`)
    if (index < INVITED.length - 1) await arrive(invited.value.token, one)
  }
  return { admin: await accountOf(ADMIN.email), moderator: await accountOf(INVITED[1].email) }
}
