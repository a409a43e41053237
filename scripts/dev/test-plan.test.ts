import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SMOKE } from './test-plan'

const databaseTests = (places: string[]) =>
  places.flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.db.test.ts'))
      .map((file) => `${place}/${file.replaceAll('\\', '/')}`),
  )

it('each name in the part of the tests for another version of Node is that of a test', () => {
  const places = [...new Set(SMOKE.database.map((name) => name.split('/')[0] ?? ''))]
  const tests = databaseTests(places)
  // Vitest silently ignores a name that is part of no path.
  expect(SMOKE.database.filter((name) => !tests.some((test) => test.includes(name)))).toEqual([])
  expect(SMOKE.browser.filter((file) => !existsSync(file))).toEqual([])
})

it('each database test that mocks a module says so in its name, and runs with modules of its own', () => {
  const mocking = databaseTests(['lib', 'scripts', 'prisma']).filter((file) =>
    /\bvi\.(?:do)?mock\(/i.test(readFileSync(file, 'utf8')),
  )
  expect(mocking.length).toBeGreaterThan(0)
  expect(mocking.filter((file) => !file.endsWith('.mocked.db.test.ts'))).toEqual([])
})
