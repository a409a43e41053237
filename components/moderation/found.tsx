import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { Finding } from '@/lib/comments/rules/finding'
import { typeset } from '@/lib/platform/i18n/typography'
import type { Entry } from './state'

/** Groups the findings by rule, with the number of each. */
function byRule(findings: Finding[]) {
  const rules = new Map<string, Finding[]>()
  for (const finding of findings) rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding])
  return [...rules]
}

/** Renders why this comment is here: findings of rules, readers' reports, its author's appeal. */
export function Found({ entry }: { entry: Entry }) {
  const t = useTranslations('moderation')
  const format = useFormat()
  const nameOf = (rule: string, [first]: Finding[]) =>
    rule === 'mode'
      ? t(first?.effect === 'publish' ? 'byMode.publish' : 'byMode.hold')
      : t(`rule.${rule}` as 'rule.closed')
  const { findings, text, language, written, reports, appeal, reason, note } = entry
  return (
    <div className="mt-4 font-sans text-sm">
      <ul>
        {byRule(findings).map(([rule, found]) => {
          const words = found.flatMap(({ start, end }) =>
            start !== undefined && end !== undefined ? [text.slice(start, end)] : [],
          )
          const name = <strong>{nameOf(rule, found)}</strong>
          const skipped = found.find((finding) => finding.skipped)?.skipped
          return (
            <li key={rule} className="border-rule border-t py-1.5">
              {words.length > 0
                ? t.rich('foundWords', {
                    rule: () => name,
                    words: () => (
                      <span lang={written}>{words.map((text) => t('quoted', { text })).join(', ')}</span>
                    ),
                  })
                : name}
              {skipped && <span> ({t(`skipped.${skipped}`)})</span>}
              {found.some(({ groundless }) => groundless) && <span> ({t('groundless')})</span>}
              {found.some(({ uncertain }) => uncertain) && <span> ({t('uncertain')})</span>}
            </li>
          )
        })}
      </ul>
      {reports.count > 0 && (
        <p className="border-rule border-t py-1.5">
          {t.rich('reported', {
            count: () => <strong>{t('reportCount', { count: reports.count })}</strong>,
            reasons: reports.reasons.map((code) => t(`reason.${code}` as 'reason.insult')).join(', '),
          })}
        </p>
      )}
      {appeal && (
        <div className="border-rule border-t py-1.5">
          <p>
            <strong>{t('appealTitle')}</strong>,{' '}
            {t('appealDue', { date: format.dateTime(new Date(appeal.dueAt), { dateStyle: 'long' }) })}
            {reason && ` · ${t('firstReason', { reason: t(`reason.${reason}` as 'reason.insult') })}`}
          </p>
          {note && (
            <p className="text-muted">
              {t.rich('firstNote', { note: () => <span lang={language}>{typeset(note, language)}</span> })}
            </p>
          )}
          <blockquote
            // Its author writes in the language of the text that it is about.
            lang={written}
            className="mt-1 whitespace-pre-line border-accent border-l-2 pl-3"
            dir="auto"
          >
            {typeset(appeal.text, written)}
          </blockquote>
        </div>
      )}
      {!appeal && reason && (
        <p className="border-rule border-t py-1.5">
          {reason === 'escalated'
            ? t('escalatedHere')
            : t('firstReason', { reason: t(`reason.${reason}` as 'reason.insult') })}
          {note && (
            <>
              {' · '}
              <span lang={language}>{typeset(note, language)}</span>
            </>
          )}
        </p>
      )}
    </div>
  )
}
