import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandEntries } from './commands'

it('every command of package.json has an entry, and none that is gone', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(Object.keys(commandEntries()).sort()).toEqual(Object.keys(scripts).sort())
})
