import { afterEach, expect, it } from 'vitest'
import { mailServer, readable, withSettings } from '@/scripts/testing/mail'
import { settingsOf } from '../../platform/runtime/env'
import { mailLink } from './link-mail'

let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
})

/** Returns what a real mail server receives from here on. */
async function mails(refuse = false) {
  const server = await mailServer(refuse)
  stop = server.stop
  return server.received
}

const LINK = 'http://avis.example/invitation/abc'
const mail = (name = 'Édith Martin', by = 'Adam') =>
  mailLink({ to: { name, email: 'edith@journal.example' }, by, link: LINK, purpose: 'invite' })

it('an invitation arrives with its link, in both languages', async () => {
  const received = await mails()
  expect(await mail()).toBe('sent')
  const [{ from, to, message } = { from: '', to: [], message: '' }] = received
  expect([from, to]).toEqual(['avis@journal.example', ['edith@journal.example']])
  const text = readable(message)
  expect(text).toContain(LINK)
  expect(text).toContain('Bonjour Édith Martin')
  expect(text).toContain('Adam has invited you to join')
})

it('a name cannot add a header, a recipient or a line of its own', async () => {
  const received = await mails()
  expect(await mail('Édith\r\nBcc: espion@mal.example\r\n', 'Adam\r\nX-Mal: 1')).toBe('sent')
  const [{ to, message } = { to: [], message: '' }] = received
  expect(to).toEqual(['edith@journal.example'])
  const head = message.slice(0, message.indexOf('\r\n\r\n'))
  expect(head).not.toMatch(/^(?:bcc|x-mal):/im)
})

it('a server that refuses or is away is told of, and nothing is thrown', async () => {
  await mails(true)
  expect(await mail()).toBe('failed')
  withSettings({ AVIS_SMTP_URL: 'smtp://127.0.0.1:1' })
  expect(await mail()).toBe('failed')
})

it('without a mail server nothing is sent, and settings that belong together come together', async () => {
  expect(await mail()).toBe('none')
  const base = {
    DATABASE_URL: 'postgresql://localhost/avis',
    AVIS_SECRET: 'a secret that only tests know, long enough',
  }
  const why = (more: Record<string, string>) => {
    const checked = settingsOf({ ...base, ...more })
    return checked.ok ? '' : checked.why
  }
  const smtp = { AVIS_SMTP_URL: 'smtp://u:geheim@mail.example' }
  const from = { AVIS_MAIL_FROM: 'a@b.example' }
  expect(why({ ...smtp, ...from })).toContain('AVIS_ORIGIN: needed with AVIS_SMTP_URL')
  expect(why({ ...smtp, AVIS_ORIGIN: 'https://avis.example' })).toContain(
    'AVIS_MAIL_FROM: needed with AVIS_SMTP_URL',
  )
  expect(why(smtp)).not.toContain('geheim')
  expect(why({ ...smtp, ...from, AVIS_ORIGIN: 'https://avis.example' })).toBe('')
  expect(why({ AVIS_HOOK_URL: 'https://x.example' })).toContain('AVIS_HOOK_SECRET: needed with AVIS_HOOK_URL')
})
