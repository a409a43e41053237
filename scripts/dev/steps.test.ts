import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SMOKE } from './steps'

it('each name in the part of the tests for another version of Node is that of a test', () => {
  const places = [...new Set(SMOKE.database.map((name) => name.split('/')[0] ?? ''))]
  const tests = places.flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.db.test.ts'))
      .map((file) => `${place}/${file.replaceAll('\\', '/')}`),
  )
  // Vitest silently ignores a name that is part of no path.
  expect(SMOKE.database.filter((name) => !tests.some((test) => test.includes(name)))).toEqual([])
  expect(SMOKE.browser.filter((file) => !existsSync(file))).toEqual([])
})
