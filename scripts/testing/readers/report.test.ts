import { expect, it } from 'vitest'
import type { Verdict } from './compare-exports'
import { readersPage } from './report'

const explainedAs = (why: string, cells: number) => ({ reason: { whose: 'reader' as const, why }, cells })
const [trims, breaks] = [explainedAs('it trims texts.', 2), explainedAs('it shows breaks as spaces.', 16)]
const pageOf = (...explained: (typeof trims)[]) =>
  readersPage(
    [{ reader: 'pspp', format: 'sav', explained, wrong: [] } as unknown as Verdict],
    new Map([['pspp', 'pspp 1.6.2']]),
    '29 ballots',
    new Date('2026-12-01T23:00:00Z'),
  )

it('the page is the same whichever difference is met first, and names its day', () => {
  expect(pageOf(trims, breaks)).toBe(pageOf(breaks, trims))
  expect(pageOf(trims, breaks)).toContain('on 2026-12-01.')
  expect(pageOf(trims, breaks)).toContain('right; 16 cells, note 1; 2 cells, note 2')
})
