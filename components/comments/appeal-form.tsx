import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea } from '@/components/ui/field'
import { APPEAL_DAYS, APPEAL_LENGTH } from '@/lib/comments/rules/arrows'
import type { OwnComment } from '@/lib/comments/schema'
import { typeset } from '@/lib/typography'

type AppealFormProps = { comment: OwnComment; action: string; typed: string | undefined }

/** The author's request for a second decision, and what became of it. */
export function AppealForm({ comment, action, typed }: AppealFormProps) {
  const t = useTranslations('comments.own')
  const format = useFormatter()
  const { id, appeal, canAppeal } = comment
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' })
  return (
    <>
      {appeal && (
        <div className="mt-3 font-sans text-sm">
          <p>
            <strong>{t('appeal')}</strong>{' '}
            {appeal.answer
              ? t(appeal.answer.outcome === 'published' ? 'appealWon' : 'appealLost', {
                  date: date(appeal.answer.at),
                })
              : t('appealWaits', { sent: date(appeal.at), due: date(appeal.dueAt) })}{' '}
            {appeal.answer?.bySame && t('appealSame')}
          </p>
          {appeal.text && (
            <blockquote className="mt-1 whitespace-pre-line border-rule border-l-2 pl-3" dir="auto">
              {typeset(appeal.text)}
            </blockquote>
          )}
        </div>
      )}
      {canAppeal && (
        <details className="no-print mt-2 font-sans" open={typed !== undefined || undefined}>
          <summary className="cursor-pointer py-2 text-sm">{t('appealOpen')}</summary>
          <form method="post" action={action}>
            <Field
              id={`recours-${id}`}
              label={t('appealLabel')}
              hint={t('appealHint', { max: APPEAL_LENGTH, days: APPEAL_DAYS })}
            >
              <TextArea
                {...described(`recours-${id}`, { hint: true })}
                name="text"
                rows={3}
                required
                maxLength={APPEAL_LENGTH}
                defaultValue={typed}
              />
            </Field>
            <Button type="submit" look="quiet" className="mt-3">
              {t('appealSend')}
            </Button>
          </form>
        </details>
      )}
    </>
  )
}
