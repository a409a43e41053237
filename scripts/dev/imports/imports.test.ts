import { describe, expect, it } from 'vitest'
import { brokenRules, sources, sourceText } from './graph'
import { EVERY_IMPORT, IN_THE_BROWSER, RUNNING } from './rules'

const inBrowsers = sources().filter(
  (file) => /^'use client'/m.test(sourceText(file)) || /\.worker\.ts$/.test(file),
)

// Each test reads the whole repository.
describe('imports', { timeout: 60_000 }, () => {
  it('go leftwards, in no circle, and to the database by one way', async () => {
    const { read, broken } = await brokenRules({ rules: EVERY_IMPORT, types: true })
    expect(read).toBeGreaterThan(500)
    expect(broken).toEqual([])
  })

  it('keep to the parts of a noun when the program runs', async () => {
    const { broken } = await brokenRules({ rules: RUNNING, types: false })
    expect(broken).toEqual([])
  })

  it('bring browsers nothing of the server, however far away', async () => {
    const asked = { types: false, entries: inBrowsers, stopAt: '^lib/[^/]+/actions' }
    const { read, broken } = await brokenRules({ rules: IN_THE_BROWSER, ...asked })
    expect(read).toBeGreaterThan(100)
    expect(broken).toEqual([])
  })
})
