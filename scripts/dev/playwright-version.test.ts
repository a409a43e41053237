import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')

it('names one version of Playwright for the tests and for the scripts that open a browser', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  expect(devDependencies.playwright).toMatch(/^\d+\.\d+\.\d+$/)
  expect(devDependencies['@playwright/test']).toBe(devDependencies.playwright)
})
