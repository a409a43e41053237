import { useLocale, useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import { REASONS } from '@/lib/comments/rules/reasons'
import { factsOf } from '@/lib/comments/rules/statement-of-reasons'
import type { OwnStatement } from '@/lib/comments/schema'
import { type Locale, localeOf } from '@/lib/platform/i18n/locale'
import { typeset } from '@/lib/platform/i18n/typography'

type StatementProps = {
  statement: OwnStatement
  canAppeal: boolean
  /** The survey's language, in which its moderators write. */
  language: Locale
}

/**
 * Renders why a text was refused, by whom, and on what ground. Article 17 of the Digital Services Act requires this for
 * its author.
 */
export function Statement({ statement, canAppeal, language }: StatementProps) {
  const t = useTranslations('comments.own')
  const m = useTranslations('moderation')
  const format = useFormat()
  const { reason, law, rule, automated, note, charterVersion, at, decision, wasPublished } = statement
  const facts = factsOf({ rule: rule ?? null, automated }, localeOf(useLocale()))
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1 border-accent border-l-4 bg-accent-soft px-4 py-3 font-sans text-sm sm:grid-cols-[auto_1fr]">
      <dt className="font-semibold">{t('reason')}</dt>
      <dd>
        {m(`reason.${reason}`)}
        {' · '}
        <a href={charterVersion ? `/charte?version=${charterVersion}` : '/charte'}>
          {charterVersion ? t('charter', { version: charterVersion }) : t('charterAlone')}
        </a>
      </dd>
      <dt className="font-semibold">{t('ground')}</dt>
      <dd>
        {t(`grounds.${REASONS[reason].ground}`)}{' '}
        {law && <span lang={language}>{typeset(law, language)}</span>}
      </dd>
      <dt className="font-semibold">{t('facts')}</dt>
      <dd>{facts}</dd>
      {note && (
        <>
          <dt className="font-semibold">{t('note')}</dt>
          <dd lang={language} className="whitespace-pre-line">
            {typeset(note, language)}
          </dd>
        </>
      )}
      <dt className="font-semibold">{t('effect')}</dt>
      <dd>
        {t('effectText', {
          wasPublished: String(wasPublished),
          date: format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' }),
        })}
      </dd>
      <dt className="font-semibold">{t('contest')}</dt>
      <dd>{t(canAppeal ? 'contestHere' : 'contestElsewhere')}</dd>
      <dt className="font-semibold">{t('reference')}</dt>
      <dd>{`avis-${decision}`}</dd>
    </dl>
  )
}
