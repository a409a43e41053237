/** `npm run comments -- list` and `-- publish ID REVISION`: the one way to publish a comment until there is a desk. */
import { userInfo } from 'node:os'
import { layGround } from './ground'
import { StartFailure } from './postgres/failure'

const LISTED = 50
const USAGE =
  'npm run comments -- list            the comments nobody has decided on, oldest first\nnpm run comments -- publish ID REVISION      publishes one as it was listed'

const [, , action, id = '', revision = ''] = process.argv

async function run(): Promise<number> {
  const { publishComment } = await import('../lib/comments/commands')
  const { undecidedComments } = await import('../lib/comments/queries')
  if (action === 'list') {
    const waiting = await undecidedComments(LISTED)
    for (const comment of waiting)
      console.log(`${comment.id} ${comment.revision}  ${comment.slug}  ${JSON.stringify(comment.text)}`)
    if (!waiting.length) console.log('No comment waits for a decision.')
    return 0
  }
  const known = /^[0-9a-f-]{36}$/.test(id) && /^\d{1,9}$/.test(revision)
  const actor = `shell:${userInfo().username}`
  const published = known ? await publishComment(id, Number(revision), actor) : undefined
  if (published?.ok) {
    console.log(`Published revision ${revision} of ${id}.`)
    return 0
  }
  console.error(
    'There is no such comment, or its author has changed or withdrawn it since. `npm run comments -- list` shows them.',
  )
  return 1
}

if (action !== 'list' && action !== 'publish') {
  console.error(USAGE)
  process.exit(2)
}
try {
  const ground = await layGround(() => undefined, { join: true })
  process.env.DATABASE_URL = ground.databaseUrl
  process.env.AVIS_SECRET = ground.secret
  const code = await run()
  const { db } = await import('../lib/db')
  await db().$disconnect()
  await ground.stop()
  process.exit(code)
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
