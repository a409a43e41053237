import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenRules, sources, sourceText, writeScripts } from './graph'
import { EVERY_IMPORT, IN_THE_BROWSER, RUNNING } from './rules'

const inBrowsers = sources().filter(
  (file) => /^'use client'/m.test(sourceText(file)) || /\.worker\.ts$/.test(file),
)

let all = ''
let running = ''
beforeAll(async () => {
  ;[all, running] = await Promise.all([writeScripts(true), writeScripts(false)])
}, 60_000)
afterAll(() => {
  for (const folder of [all, running]) rmSync(folder, { recursive: true, force: true })
})

// Each test reads the whole repository.
describe('imports', { timeout: 60_000 }, () => {
  it('go leftwards, in no circle, and to the database by one way', async () => {
    const { read, broken } = await brokenRules(all, { rules: EVERY_IMPORT })
    expect(read).toBeGreaterThan(500)
    expect(broken).toEqual([])
  })

  it('keep to the parts of a module when the program runs', async () => {
    const { broken } = await brokenRules(running, { rules: RUNNING })
    expect(broken).toEqual([])
  })

  it('bring browsers nothing of the server, however far away', async () => {
    const asked = { entries: inBrowsers, stopAt: '^lib/[^/]+/actions' }
    const { read, broken } = await brokenRules(running, { rules: IN_THE_BROWSER, ...asked })
    expect(read).toBeGreaterThan(100)
    expect(broken).toEqual([])
  })
})
