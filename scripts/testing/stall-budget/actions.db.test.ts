import { expect, it } from 'vitest'
import { MAX_ACTION_BYTES } from '@/lib/server/action-limits'
import type { Client } from '@/scripts/testing/client'
import { signedIn } from '@/scripts/testing/signed-in'
import { storedSurvey } from '@/scripts/testing/surveys'
import { extent, whole } from '../test-size'
import { inAction } from './action-context'
import { actionEntries, actionNames } from './actions'
import { STALL_BUDGET_MS } from './event-loop-delay'
import { type Shaped, textsOf } from './hostile-texts'
import { Report } from './report'

/**
 * `npm test` tries one in so many inputs of an action, different ones for each action; `npm run test:all` tries all.
 */
const STEP = extent(7, 1)

type Filled = [shape: string, form: FormData]

/**
 * Returns forms as large as Next permits: one field of each shape of text, one field repeated, and many unknown ones.
 */
function formsOf(fields: string[], beside: Record<string, string> = {}): Filled[] {
  const form = (changes: [string, string][]) => {
    const filled = new FormData()
    for (const [name, value] of Object.entries(beside))
      if (!changes.some(([changed]) => changed === name)) filled.append(name, value)
    for (const [name, value] of changes) filled.append(name, value)
    return filled
  }
  /** Approximate bytes of a form part beside its value. */
  const partBytes = 100
  const many = Array.from({ length: MAX_ACTION_BYTES / partBytes }, (_, index) => index)
  return [
    ...fields.flatMap((field) =>
      textsOf(MAX_ACTION_BYTES).map(([shape, text]: Shaped): Filled => {
        const short = text.slice(0, Math.floor((MAX_ACTION_BYTES * text.length) / Buffer.byteLength(text)))
        return [`${field}: ${shape}`, form([[field, short.toWellFormed()]])]
      }),
    ),
    ...fields.map((field): Filled => [`${field} repeated`, form(many.map(() => [field, '1']))]),
    ['unknown names', form(many.map((index) => [`k${index}`, '']))],
  ]
}

it('no form that Next lets through to an action holds the event loop for long', {
  timeout: 900_000,
}, async () => {
  const survey = await storedSurvey()
  const clients: Record<string, Client> = {}
  const report = new Report('action')
  const entries = actionEntries(survey)
  for (const [place, name] of actionNames().entries()) {
    const entry = entries[name]
    if (!entry) throw new Error(`scripts/testing/stall-budget/actions.ts says nothing of ${name}`)
    const { as, fields, beside, call } = entry
    await inAction((await signedIn(as)).client, () => call(new FormData()))
    for (const [index, [shape, form]] of formsOf(fields, beside).entries()) {
      if ((index + place) % STEP) continue
      // A member who ended all their sessions signs in again.
      clients[as] = name.includes('signOut') || !clients[as] ? (await signedIn(as)).client : clients[as]
      await report.measure(name, shape, () => inAction(clients[as] as Client, () => call(form)))
    }
  }
  if (whole) console.log(`${report}`)
  expect(report.stalls, `over ${STALL_BUDGET_MS} ms`).toEqual([])
})

it('every action is measured, and none that is gone', async () => {
  expect(Object.keys(actionEntries(await storedSurvey())).sort()).toEqual(actionNames().sort())
})
