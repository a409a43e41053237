import { freshSite } from '../../appearance/queries/site'
import { db } from '../../platform/db/client'
import { translator } from '../../platform/i18n/messages'
import { sendMail } from '../../platform/runtime/mail'
import { REPORTER_DAYS } from '../rules/reports'
import { settledBefore } from '../rules/transitions'

const AT_ONCE = 20

/**
 * Notifies those who left an e-mail address with a notice of illegal content of the decision. Source: article 16, 5 of
 * the Digital Services Act. Sends it once the decision can no longer be undone, and deletes the address with it.
 * Without a mail server the address stays, for the newsroom to answer by hand. Resolves to how many were notified.
 */
export async function notifyReporters(now = new Date()): Promise<number> {
  const due = await db().$queryRaw<{ id: bigint; email: string; removed: boolean; title: string }[]>`
    SELECT r.id, r.email, d.outcome = 'rejected' AS removed, a.title
    FROM report r
    JOIN decision d ON d.id = r.answer_id
    JOIN survey s ON s.id = r.survey_id
    JOIN article a ON a.id = s.article_id
    WHERE r.email IS NOT NULL AND d.at < ${settledBefore(now)} ORDER BY r.id LIMIT ${AT_ONCE}`
  const { name: site } = await freshSite()
  let told = 0
  for (const { id, email, removed, title } of due) {
    const [text, english] = (['fr', 'en'] as const).map((locale) => {
      const t = translator(locale, 'mail')
      return [
        t('notice.text', { title, site }),
        t(removed ? 'notice.removed' : 'notice.kept'),
        t('notice.contest'),
      ].join('\n\n')
    })
    const sent = await sendMail({
      to: { name: '', address: email },
      subject: translator('fr', 'mail')('notice.subject', { site }),
      text: `${text}\n\n— — —\n\n${english}`,
    })
    if (sent !== 'sent') break
    await db().report.update({ where: { id }, data: { email: null } })
    told++
  }
  return told
}

/** Deletes the addresses of notices that were answered more than REPORTER_DAYS ago. Resolves to how many. */
export async function sweepReporters(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - REPORTER_DAYS * 86_400_000)
  return db().$executeRaw`
    UPDATE report r SET email = NULL FROM decision d
    WHERE d.id = r.answer_id AND r.email IS NOT NULL AND d.at < ${before}`
}
