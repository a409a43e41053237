import { theme } from '../../platform/http/theme'
import { translator } from '../../platform/i18n/messages'
import { sendMail } from '../../platform/runtime/mail'
import { LINK_HOURS } from '../rules/links'

/** The content of a mail with a one-time link. */
export type LinkMail = {
  to: { name: string; email: string }
  /** The name of the admin who asked for it: recipients distrust a mail without one. */
  by: string
  link: string
  purpose: 'invite' | 'reset'
}

/** Mails a one-time link to its owner, where mail is set up: in French, then in English. */
export async function mailLink({ to, by, link, purpose }: LinkMail) {
  const { siteName: site } = theme()
  const text = (['fr', 'en'] as const)
    .map((locale) => {
      const t = translator(locale, 'mail')
      return [
        t('greeting', { name: to.name }),
        t(`${purpose}.text`, { by, site }),
        link,
        t('limits', { hours: LINK_HOURS }),
      ].join('\n\n')
    })
    .join('\n\n— — —\n\n')
  const subject = translator('fr', 'mail')(`${purpose}.subject`, { site })
  return sendMail({ to: { name: to.name, address: to.email }, subject, text })
}
