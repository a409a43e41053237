import { createTransport, type Transporter } from 'nodemailer'
import { log } from '../telemetry/log'
import { env } from './env'
import { oncePerProcess } from './per-process'

/** Timeouts in milliseconds. The page that sends the mail is waiting: a slower server counts as unreachable. */
const CONNECT_MS = 5_000
const SOCKET_MS = 10_000

/** A mail of plain text to one person. */
export type Mail = { to: { name: string; address: string }; subject: string; text: string }

function transport(): Transporter | undefined {
  const { AVIS_SMTP_URL: url } = env()
  if (!url) return undefined
  return oncePerProcess('mail', () =>
    createTransport({
      url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SOCKET_MS,
      // No file or address named in a message is ever fetched into it.
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  )
}

/**
 * Sends a mail of plain text. Resolves to `sent`, or to `failed` when the server is unreachable or refuses it. Resolves
 * to `none` where no SMTP is set up. Never throws, and never logs the text of the mail.
 */
export async function sendMail({ to, subject, text }: Mail): Promise<'sent' | 'failed' | 'none'> {
  const through = transport()
  if (!through) return 'none'
  try {
    await through.sendMail({ from: env().AVIS_MAIL_FROM, to, subject, text })
    return 'sent'
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    log().warn({ code, responseCode }, 'a mail could not be sent')
    return 'failed'
  }
}
