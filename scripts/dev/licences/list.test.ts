import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isAllowed, LIST, licenceList, shipped } from './list'

it('everything that is shipped may be passed on, and is listed', () => {
  const packages = shipped()
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([])
  expect(readFileSync(LIST, 'utf8')).toBe(licenceList(packages))
})

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['Apache-2.0 AND LGPL-3.0-or-later AND MIT', true],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-only', false],
  ['unknown', false],
])('%s: %s', (licence, allowed) => expect(isAllowed(licence)).toBe(allowed))
