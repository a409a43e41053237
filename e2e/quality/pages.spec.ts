/** Visits every state of every page once, and asks of it all that is asked of pages: e2e/fixtures/checks. */
import { CHECKS, inspect } from '../fixtures/checks'
import { PICTURES } from '../fixtures/checks/picture'
import { VIEW_NAMES } from '../fixtures/checks/views'
import { PLACES } from '../fixtures/pages'
import { expect, test } from '../fixtures/visitor'

const STATES = Object.entries(PLACES).flatMap(([route, { as, states }]) =>
  Object.entries(states).map(([state, bring], index) => ({ route, as, state, bring, first: index === 0 })),
)

test('every picture is of a state that there is', () => {
  const names = STATES.map(({ route, state }) => `${route}, ${state}`)
  expect(Object.keys(PICTURES).filter((name) => !names.includes(name))).toEqual([])
})

for (const { route, as, state, bring, first } of STATES)
  test(`${route}, ${state}`, async ({ visit }, { annotations }) => {
    const { page, identity, document } = await visit(as)
    await bring(page, identity)
    const seen = { page, route, state, first, staff: as !== undefined, document: document() }
    const checks = CHECKS.filter((check) => first || !check.firstState)
    // What was checked is counted for /accessibilite (scripts/dev/accessibility.ts).
    const faults = await inspect(seen, checks, VIEW_NAMES, ({ accessibility, name }) => {
      if (accessibility) annotations.push({ type: 'check', description: name })
    })
    for (const fault of faults) annotations.push({ type: 'fault', description: fault })
    expect(faults).toEqual([])
  })
