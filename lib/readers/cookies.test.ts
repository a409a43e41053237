import { Hono } from 'hono'
import { afterEach, expect, it } from 'vitest'
import { forgetOnce } from '../process'
import { votingReader } from './cookies'

const settings = {
  DATABASE_URL: 'postgresql://localhost/avis',
  AVIS_SECRET: 'a secret that only tests know, long enough',
}

/** `lib/env` reads the settings once in a process: each test has its own. */
function withSettings(more: Record<string, string>) {
  Object.assign(process.env, settings, more)
  forgetOnce('env')
}
afterEach(() => {
  delete process.env.AVIS_ORIGIN
})

async function cookieOfVote() {
  const app = new Hono().get('/', (c) => {
    votingReader(c, { id: 1, readerKey: new Uint8Array(32) }, undefined).remember()
    return c.text('')
  })
  return (await app.request('/')).headers.getSetCookie().join()
}

it('is Secure behind https, and only there', async () => {
  withSettings({ AVIS_ORIGIN: 'https://avis.example' })
  expect(await cookieOfVote()).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
  withSettings({ AVIS_ORIGIN: 'http://avis.example' })
  expect(await cookieOfVote()).not.toContain('Secure')
})
