import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { described, Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import { APPEAL_DAYS, APPEAL_LENGTH } from '@/lib/comments/rules/transitions'
import type { OwnComment } from '@/lib/comments/schema'
import { TextAreaWithCounter } from './text-area-with-counter'

/** A refused appeal: its comment, the text as typed, and what was wrong with it. */
export type TypedAppeal = { comment: string; text: string; problem: string }

type AppealFormProps = { comment: OwnComment; action: string; typed: TypedAppeal | undefined }

const Quoted = ({ text }: { text: string }) => (
  <blockquote className="mt-1 whitespace-pre-line border-rule border-l-2 pl-3" dir="auto">
    {text}
  </blockquote>
)

/** Renders the author's request for a second decision, and its outcome. */
export function AppealForm({ comment, action, typed }: AppealFormProps) {
  const t = useTranslations('comments.own')
  const { id, appeal, canAppeal } = comment
  const field = `recours-${id}`
  return (
    <>
      {typed && (
        <Notice role="alert" className="mt-3">
          {canAppeal ? <a href={`#${field}`}>{typed.problem}</a> : typed.problem}
        </Notice>
      )}
      {typed && !canAppeal && (
        <div className="mt-3 font-sans text-sm">
          <p>{t('appealUnsent')}</p>
          <Quoted text={typed.text} />
        </div>
      )}
      {appeal && <Lodged appeal={appeal} />}
      {canAppeal && (
        <details className="no-print mt-2 font-sans" open={typed !== undefined || undefined}>
          <summary className="cursor-pointer py-2 text-sm">{t('appealOpen')}</summary>
          <form method="post" action={action}>
            <Field
              id={field}
              label={t('appealLabel')}
              hint={t('appealHint', {
                max: APPEAL_LENGTH,
                days: APPEAL_DAYS,
                another: String(comment.statement?.secondPerson ?? false),
              })}
              error={typed?.problem}
            >
              <TextAreaWithCounter
                {...described(field, { hint: true, error: typed })}
                name="text"
                rows={3}
                required
                maxLength={APPEAL_LENGTH}
                defaultValue={typed?.text}
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

function Lodged({ appeal }: { appeal: NonNullable<OwnComment['appeal']> }) {
  const t = useTranslations('comments.own')
  const format = useFormat()
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' })
  const { answer, text, at, dueAt, moot } = appeal
  return (
    <div className="mt-3 font-sans text-sm">
      <p>
        <strong>{t('appeal')}</strong>{' '}
        {answer
          ? t(answer.outcome === 'published' ? 'appealWon' : 'appealLost', { date: date(answer.at) })
          : t(moot ? 'appealMoot' : 'appealWaits', { sent: date(at), due: date(dueAt) })}{' '}
        {answer?.bySame && t('appealSame')}
      </p>
      {text && <Quoted text={text} />}
    </div>
  )
}
