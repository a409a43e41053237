import { describe, expect, it } from 'vitest'
import fr from '../../messages/fr.json'
import { CRITERION_STATES, type Criterion, conformity, conformityOf, type TestResult } from './accessibility'

const ran: TestResult = {
  at: '2026-01-01T00:00:00Z',
  subject: '',
  browser: 'Chromium',
  axe: '4',
  tests: { passed: 3, failed: 0 },
  checks: 9,
  faults: 0,
  ways: [],
  pages: [],
}
const of = (...states: Criterion['state'][]): Criterion[] =>
  states.map((state, index) => ({ id: `1.${index}`, state, by: index % 2 ? 'hand' : 'tests' }))

describe('the state of conformance', () => {
  it('is full when every criterion that applies is met, and only then', () => {
    expect(conformityOf(of('met', 'met', 'na'), ran)).toMatchObject({
      state: 'full',
      applicable: 2,
      share: 100,
    })
    expect(conformityOf(of('met', 'met', 'unchecked'), ran)).toMatchObject({ state: 'partial', share: 66 })
  })

  it('takes what is unchecked for what is not met', () => {
    expect(conformityOf(of('met', 'unchecked', 'unchecked'), ran).state).toBe('none')
    expect(conformityOf(of('met', 'unmet'), ran).state).toBe('partial')
    expect(conformityOf([], ran)).toMatchObject({ share: 0 })
  })

  it.each([[{ tests: { passed: 2, failed: 1 } }], [{ faults: 1 }], [{ tests: { passed: 0, failed: 0 } }]])(
    'takes no test’s word when the last run came to %j',
    (changes) => {
      const { counts, criteria } = conformityOf(of('met', 'met'), { ...ran, ...changes })
      expect(counts).toEqual({ met: 1, unmet: 0, unchecked: 1, na: 0 })
      expect(criteria[1]?.state).toBe('met')
    },
  )
})

describe('the list kept by hand', () => {
  const { criteria } = conformity()
  const at = (part: object, id: string) =>
    id.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], part)

  it('has the 106 criteria of RGAA 4.1, each once and in words', () => {
    expect(criteria).toHaveLength(106)
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(106)
    for (const { id, state } of criteria) {
      expect([id, typeof at(fr.accessibility.criteria, id)]).toEqual([id, 'string'])
      expect(CRITERION_STATES).toContain(state)
    }
  })

  it('says why of each that is not met or not checked', () => {
    const silent = criteria.filter(
      ({ id, state, by }) =>
        (state === 'unmet' || (state === 'unchecked' && by === 'hand')) && !at(fr.accessibility.notes, id),
    )
    expect(silent).toEqual([])
  })
})
