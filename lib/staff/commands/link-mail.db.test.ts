import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, it } from 'vitest'
import { settingsOf } from '../../env'
import { mailLink } from './link-mail'

type Received = { from: string; to: string[]; message: string }

let server: SMTPServer | undefined

function withSettings(more: Record<string, string>) {
  Object.assign(process.env, more)
  for (const name of ['env', 'mail'])
    delete (globalThis as unknown as Record<symbol, unknown>)[Symbol.for(`avis.${name}`)]
}

afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
  server = undefined
  for (const name of ['AVIS_SMTP_URL', 'AVIS_MAIL_FROM', 'AVIS_ORIGIN']) delete process.env[name]
  withSettings({})
})

/** A real mail server that keeps what it is handed; Avis is told to use it. */
async function mailServer(refuse = false): Promise<Received[]> {
  const received: Received[] = []
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error('nobody here') : undefined),
    onData: async (stream, { envelope }, done) => {
      let message = ''
      for await (const chunk of stream) message += chunk
      const { mailFrom, rcptTo } = envelope
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        message,
      })
      done()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  withSettings({
    AVIS_SMTP_URL: `smtp://127.0.0.1:${port}`,
    AVIS_MAIL_FROM: 'Avis <avis@journal.example>',
    AVIS_ORIGIN: 'http://avis.example',
  })
  return received
}

const LINK = 'http://avis.example/invitation/abc'
const mail = (name = 'Édith Martin', by = 'Adam') =>
  mailLink({ to: { name, email: 'edith@journal.example' }, by, link: LINK, purpose: 'invite' })

/** The text of a message as its reader sees it: quoted-printable undone. */
const readable = (message: string) => {
  const body = message.slice(message.indexOf('\r\n\r\n'))
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

it('an invitation arrives with its link, in both languages', async () => {
  const received = await mailServer()
  expect(await mail()).toBe('sent')
  const [{ from, to, message } = { from: '', to: [], message: '' }] = received
  expect([from, to]).toEqual(['avis@journal.example', ['edith@journal.example']])
  const text = readable(message)
  expect(text).toContain(LINK)
  expect(text).toContain('Bonjour Édith Martin')
  expect(text).toContain('Adam invites you to join')
})

it('a name cannot add a header, a recipient or a line of its own', async () => {
  const received = await mailServer()
  expect(await mail('Édith\r\nBcc: espion@mal.example\r\n', 'Adam\r\nX-Mal: 1')).toBe('sent')
  const [{ to, message } = { to: [], message: '' }] = received
  expect(to).toEqual(['edith@journal.example'])
  const head = message.slice(0, message.indexOf('\r\n\r\n'))
  expect(head).not.toMatch(/^(?:bcc|x-mal):/im)
})

it('a server that refuses or is away is told of, and nothing is thrown', async () => {
  await mailServer(true)
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
