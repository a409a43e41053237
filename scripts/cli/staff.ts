/**
 * `npm run staff -- …`: manages staff accounts from the shell, also while Avis runs. For the first ones, and for admins
 * who lost access.
 */

import { StartFailure } from '../postgres/start-failure'
import { endWith, withDatabase } from '../runtime/with-database'
import { commandArguments } from './arguments'

const NEEDED: Record<string, number> = { list: 0, add: 3, reset: 1, disable: 1, enable: 1 }

const {
  words: [action = '', ...words],
  misuse,
} = commandArguments('staff')

async function list() {
  const { listMembers } = await import('../../lib/staff/queries/members')
  for (const { email, name, role, state, secondFactor } of await listMembers('shell'))
    console.log(`${email}  ${JSON.stringify(name)}  ${role}  ${state}  second factor: ${secondFactor}`)
}

async function linkOf(token: string) {
  const { invitationPath, LINK_HOURS } = await import('../../lib/staff/rules/links')
  const origin = process.env.AVIS_ORIGIN || `http://localhost:${process.env.PORT || 3000}`
  return `Pass this link on: it works once, within ${LINK_HOURS} hours.\n${new URL(invitationPath(token), origin)}`
}

/** Returns what was done, in a sentence. Throws StartFailure if it cannot be done. */
async function run(): Promise<string> {
  const { translator } = await import('../../lib/platform/i18n/messages')
  const { memberInput } = await import('../../lib/staff/schema')
  const accounts = await import('../../lib/staff/commands/accounts')
  const { findMemberId } = await import('../../lib/staff/queries/members')
  const [email = '', name, role] = words
  if (action === 'add') {
    const parsed = memberInput.safeParse({ email, name, role })
    if (!parsed.success)
      throw new StartFailure('Not an e-mail address, a name and a role: moderator, editor or admin.')
    const added = await accounts.invite('shell', parsed.data)
    if (!added.ok) throw new StartFailure(translator('en', 'problems')(added.problem.code))
    return linkOf(added.value.token)
  }
  const id = await findMemberId(email)
  if (!id) throw new StartFailure(`Nobody has the address ${email}. \`npm run staff -- list\` shows them.`)
  if (action === 'reset') {
    const made = await accounts.reset('shell', id)
    if (!made.ok) throw new StartFailure(translator('en', 'problems')(made.problem.code))
    return linkOf(made.value.token)
  }
  const done = await (action === 'disable' ? accounts.disable : accounts.enable)('shell', id)
  if (!done.ok) throw new StartFailure(translator('en', 'problems')(done.problem.code))
  return `${email} is ${action}d.`
}

const needed = Object.hasOwn(NEEDED, action) ? NEEDED[action] : undefined
if (needed === undefined) misuse(`There is no «staff ${action}».`)
if (needed !== words.length)
  misuse(`«staff ${action}» takes ${needed || 'no'} more words, not ${words.length}.`)
await endWith(() =>
  withDatabase({ join: true }, async () => {
    if (action === 'list') await list()
    else console.log(await run())
    return 0
  }),
)
