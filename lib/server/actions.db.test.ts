import { expect, it } from 'vitest'
import { ZodError } from 'zod'
import { Client } from '@/scripts/testing/client'
import { signedIn } from '@/scripts/testing/signed-in'
import { runAction } from '@/scripts/testing/stall-budget/action-context'
import { everyAction } from '@/scripts/testing/stall-budget/actions'
import { extent } from '@/scripts/testing/test-size'

type Action = ReturnType<typeof everyAction>[number][1]
const ACTIONS = everyAction()

function formOf(fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
const file = () => new File(['x'], 'x.txt')
const NAMES = [
  'id',
  'act',
  'note',
  'survey',
  'rule',
  'says',
  'name',
  'email',
  'role',
  'text',
  'words',
  'kind',
]
const FILES = [
  ...NAMES,
  'token',
  'password',
  'basedOn',
  'accent',
  'format',
  'job',
  'scopes',
  'days',
  'opensAt',
]

/** The values that no page of ours sends, tried as each argument of an action. */
const ODD: [string, () => unknown][] = [
  ['nothing', () => undefined],
  ['null', () => null],
  ['a number', () => 12],
  ['a fraction', () => Number.NaN],
  ['a list', () => ['x', ['y']]],
  ['an object', () => ({ a: { b: { c: [1] } }, toString: 'x' })],
  ['an empty form', () => new FormData()],
  ['a form of files', () => formOf(Object.fromEntries(FILES.map((name) => [name, file()])))],
  ['a long text', () => 'x'.repeat(100_000)],
]

/** The step through these values: `npm test` tries a part, different for each action; `npm run test:all` tries all. */
const STEP = extent(4, 1)

/**
 * Resolves to an action's end: it answered, redirected, or refused its arguments. Any other error is a failure of ours.
 */
async function endOf(client: Client, action: Action, given: unknown[]): Promise<string> {
  try {
    await runAction(client, () => action(...given))
    return 'answered'
  } catch (error) {
    if (error instanceof ZodError) return 'refused'
    const { digest = '' } = error as { digest?: string }
    return /^NEXT_(?:REDIRECT|HTTP_ERROR_FALLBACK)/.test(digest) ? 'sent on' : `failed: ${error}`
  }
}

it('an action is given what it takes, or refuses it', async () => {
  const failed: string[] = []
  let refused = 0
  for (const [place, [name, action]] of ACTIONS.entries()) {
    const all = ODD.flatMap(([kind, odd]) => [
      { kind, given: [odd(), odd(), odd(), odd()] },
      { kind, given: ['slug', odd(), odd()] },
      { kind, given: ['slug', 1, odd()] },
      { kind, given: [undefined, odd()] },
    ])
    for (const { kind, given } of all.filter((_, index) => (index + place) % STEP === 0)) {
      // Some actions end the sessions of their sender.
      const end = await endOf((await signedIn('admin')).client, action, given)
      if (end === 'refused') refused++
      if (end.startsWith('failed')) failed.push(`${name}, ${kind}: ${end}`)
    }
  }
  expect(failed).toEqual([])
  expect(refused).toBeGreaterThan(ACTIONS.length)
})

it('an action given nothing lets nobody in who is not signed in', async () => {
  for (const [name, action] of ACTIONS)
    if (name !== 'staff spendLinkAction')
      expect([name, await endOf(new Client(), action, [])]).toEqual([name, 'sent on'])
})
