/**
 * Visits every state of every page once, and runs on it the checks of e2e/fixtures/checks. `npm test` sees the first
 * state of a page in every view, and each further state in some; `npm run test:all` sees all states in all views.
 */
import { whole } from '../../scripts/testing/test-size'
import { CHECKS, inspect } from '../fixtures/checks'
import { PICTURES } from '../fixtures/checks/screenshot'
import { someViews, VIEW_NAMES } from '../fixtures/checks/viewports'
import { PLACES } from '../fixtures/pages'
import { expect, test } from '../fixtures/shared-window-test'

const STATES = Object.entries(PLACES).flatMap(([route, { as, states }]) =>
  Object.entries(states).map(([state, bring], index) => ({ route, as, state, bring, first: index === 0 })),
)

test('every picture is of a state that there is', () => {
  const names = STATES.map(({ route, state }) => `${route}, ${state}`)
  expect(Object.keys(PICTURES).filter((name) => !names.includes(name))).toEqual([])
})

for (const [index, { route, as, state, bring, first }] of STATES.entries())
  test(`${route}, ${state}`, async ({ visit }, { annotations }) => {
    const { page, identity, document } = await visit(as)
    await bring(page, identity)
    const seen = { page, route, state, first, staff: as !== undefined, document: document() }
    const checks = CHECKS.filter((check) => first || !(check.firstState || (check.slow && !whole)))
    const views = first || whole ? VIEW_NAMES : someViews(index)
    // What was checked is counted for /accessibilite (scripts/dev/accessibility.ts).
    const faults = await inspect(seen, checks, views, ({ accessibility, name }) => {
      if (accessibility) annotations.push({ type: 'check', description: name })
    })
    for (const fault of faults) annotations.push({ type: 'fault', description: fault })
    expect(faults).toEqual([])
  })
