import { useFormatter, useTranslations } from 'next-intl'
import { type StancePart, stanceOf } from '@/lib/comments/rules/stance'
import type { PublishedComment } from '@/lib/comments/schema'
import type { QuestionView, SurveyView } from '@/lib/surveys/schema'
import { typeset } from '@/lib/typography'
import { CommentText } from './comment-text'

/** «crédible, pas pertinente»: an answer in a few words. */
export function useStance() {
  const t = useTranslations('comments')
  return (parts: StancePart[]) =>
    parts
      .map((part) => ('label' in part ? part.label : t(`judged.${part.judged}`, { aspect: part.aspect })))
      .join(', ')
}

type Props = { survey: SurveyView; question: QuestionView | undefined; comment: PublishedComment }

/** What one reader wrote, with what they answered. */
export function PublishedCommentView({ survey, question, comment }: Props) {
  const t = useTranslations('comments')
  const format = useFormatter()
  const stance = useStance()(stanceOf(question, comment.optionIds))
  return (
    <figure className="mt-5 border-rule border-l-2 pl-4">
      <blockquote lang={survey.language} className="whitespace-pre-line" dir="auto">
        <CommentText text={comment.text} language={survey.language} />
      </blockquote>
      <figcaption className="mt-1 flex flex-wrap items-baseline gap-x-4 font-sans text-muted text-sm">
        {stance && <span>{typeset(t('answered', { stance }))}</span>}
        <time dateTime={comment.at}>{format.dateTime(new Date(comment.at), { dateStyle: 'long' })}</time>
        <a href={`/signaler/${comment.id}`} rel="nofollow" className="no-print inline-block py-2">
          {t('report')}
        </a>
      </figcaption>
    </figure>
  )
}
