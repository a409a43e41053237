import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { honoExchange } from '../platform/http/exchange'
import { forgetOnce } from '../platform/runtime/per-process'
import {
  chooseLanguage,
  grantReader,
  passedReceipt,
  passReceipt,
  passReportReceipt,
  passTypedReceipt,
  renewOldNames,
  votingReader,
} from './cookies'

const settings = {
  DATABASE_URL: 'postgresql://localhost/avis',
  AVIS_SECRET: 'a secret that only tests know, long enough',
}

/** Sets the settings of one test: `lib/platform/runtime/env.ts` reads them once per process. */
function withSettings(more: Record<string, string>) {
  Object.assign(process.env, settings, more)
  forgetOnce('env')
}
afterEach(() => {
  delete process.env.AVIS_ORIGIN
})

async function cookieOfVote() {
  const app = new Hono().get('/', (c) => {
    votingReader(honoExchange(c), { id: 1, readerKey: new Uint8Array(32) }, undefined).remember()
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

describe('over HTTPS', () => {
  const app = new Hono()
    .use(async (c, next) => {
      renewOldNames(honoExchange(c))
      await next()
    })
    .get('/vote', (c) => {
      const voting = votingReader(honoExchange(c), { id: 1, readerKey: new Uint8Array(32) }, undefined)
      voting.remember()
      return c.text(`${Buffer.from(voting.reader).toString('hex')} ${voting.lasting}`)
    })
    .get('/all', (c) => {
      grantReader(honoExchange(c), 1, new Uint8Array(16))
      passReceipt(honoExchange(c), 'tramway', 'AAAAA-AAAAA')
      passTypedReceipt(honoExchange(c), 'recu', 'BBBBB')
      passReportReceipt(honoExchange(c), 'CCCCC')
      chooseLanguage(honoExchange(c), 'en')
      return c.text('')
    })
  const get = async (path: string, cookie = '') => {
    const answer = await app.request(path, { headers: { cookie } })
    return { text: await answer.text(), cookies: answer.headers.getSetCookie() }
  }

  it('every cookie of readers is bound to the host, and on HTTP none is', async () => {
    withSettings({ AVIS_ORIGIN: 'https://avis.example' })
    const set = [...(await get('/vote')).cookies, ...(await get('/all')).cookies]
    expect(set).toHaveLength(6)
    for (const line of set)
      expect(line).toMatch(/^__Host-avis_\w+=[^;]+;.* Path=\/;.*HttpOnly; Secure; SameSite=Lax$/)
    withSettings({ AVIS_ORIGIN: 'http://avis.example' })
    const plain = [...(await get('/vote')).cookies, ...(await get('/all')).cookies]
    expect(plain).toHaveLength(6)
    for (const line of plain) expect(line).toMatch(/^avis_\w+=[^;]+;(?!.*Secure)/)
  })

  it('who has a cookie under its old name stays who they are, and gets the new name', async () => {
    withSettings({ AVIS_ORIGIN: 'http://avis.example' })
    const first = await get('/vote')
    const old = first.cookies[0]?.split(';')[0] ?? ''
    withSettings({ AVIS_ORIGIN: 'https://avis.example' })
    const second = await get('/vote', `${old}; avis_langue=en; a=b`)
    expect(second.text).toBe(first.text.replace('false', 'true'))
    const named = second.cookies.map((line) => line.split(';')[0])
    expect(named).toEqual([`__Host-${old}`, 'avis_reader=', '__Host-avis_langue=en', 'avis_langue='])
    expect(second.cookies.filter((line) => /Max-Age=0/.test(line))).toHaveLength(2)
    const third = await get('/vote', `__Host-${old}`)
    expect([third.text, third.cookies]).toEqual([second.text, []])
  })

  it('a neighbour that sets the old name is not believed beside the new one', async () => {
    withSettings({ AVIS_ORIGIN: 'https://avis.example' })
    const own = (await get('/vote')).cookies[0]?.split(';')[0] ?? ''
    const other = (await get('/vote')).cookies[0]?.split(';')[0]?.replace('__Host-', '') ?? ''
    const asked = await get('/vote', `${other}; ${own}`)
    expect(asked.text).toBe((await get('/vote', own)).text)
  })
})

it('a new receipt is for the page of its own consultation', () => {
  expect(passedReceipt('tramway.AAAAA-AAAAA', 'tramway')).toBe('AAAAA-AAAAA')
  expect(passedReceipt('tramway.AAAAA-AAAAA', 'tram')).toBeUndefined()
  expect(passedReceipt(undefined, 'tramway')).toBeUndefined()
})
