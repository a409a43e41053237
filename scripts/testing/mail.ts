import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { forgetOnce } from '@/lib/platform/runtime/per-process'

export type ReceivedMail = { from: string; to: string[]; message: string }

/** Sets environment variables and makes the process reread them, which it otherwise reads once. */
export function withSettings(more: Record<string, string>) {
  Object.assign(process.env, more)
  for (const name of ['env', 'mail']) forgetOnce(name)
}

/** Starts a real mail server that keeps what it receives, or refuses it all, and configures Avis to use it. */
export async function mailServer(refuse = false) {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
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
  const stop = async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    for (const name of ['AVIS_SMTP_URL', 'AVIS_MAIL_FROM', 'AVIS_ORIGIN']) delete process.env[name]
    withSettings({})
  }
  return { received, stop }
}

/** Returns the text of a message as its reader sees it, with quoted-printable decoded. */
export function readable(message: string): string {
  const body = message.slice(message.indexOf('\r\n\r\n'))
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
