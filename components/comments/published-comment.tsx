import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Words } from '@/components/article/words'
import { useFormat } from '@/components/ui/use-format'
import { type AuthorAnswerPart, authorAnswerOf } from '@/lib/comments/rules/author-answer'
import type { PublishedComment } from '@/lib/comments/schema'
import { capitalise } from '@/lib/platform/i18n/typography'
import type { QuestionView, SurveyView } from '@/lib/surveys/schema'
import { CommentText } from './comment-text'

type StanceProps = { parts: AuthorAnswerPart[]; language: SurveyView['language'] }

/** Renders an answer in a few words, in the survey’s language: «Crédible : oui · Pertinente : non». */
export function Stance({ parts, language }: StanceProps) {
  const t = useTranslations('comments')
  return parts.map((part, index) => {
    const said = 'label' in part ? part.label : capitalise(part.aspect)
    const words = () => <Words of={language}>{said}</Words>
    return (
      <Fragment key={said}>
        {index > 0 && ' · '}
        {'label' in part ? words() : t.rich(`judged.${part.judged}`, { aspect: words })}
      </Fragment>
    )
  })
}

/** Characters that suffice to distinguish texts. */
const EXCERPT = 40

type Props = { survey: SurveyView; question: QuestionView | undefined; comment: PublishedComment }

/** Renders what one reader wrote, with what they answered. */
export function PublishedCommentView({ survey, question, comment }: Props) {
  const t = useTranslations('comments')
  const format = useFormat()
  const parts = authorAnswerOf(question, comment.optionIds)
  const stance = () => <Stance parts={parts} language={survey.language} />
  const written = comment.language ?? survey.language
  return (
    <figure className="mt-5 border-rule border-l-2 pl-4">
      <blockquote lang={written} className="whitespace-pre-line" dir="auto">
        <CommentText text={comment.text} language={written} />
      </blockquote>
      <figcaption className="mt-1 flex flex-wrap items-baseline gap-x-4 font-sans text-muted text-sm">
        {parts.length > 0 && (
          <span>{parts.some((part) => 'label' in part) ? t.rich('answered', { stance }) : stance()}</span>
        )}
        <time dateTime={comment.at}>{format.dateTime(new Date(comment.at), { dateStyle: 'long' })}</time>
        <a
          href={`/signaler/${comment.id}`}
          rel="nofollow"
          // Distinguishes many identical links by the text each is about.
          aria-label={t('reportOf', { excerpt: comment.text.slice(0, EXCERPT) })}
          className="no-print inline-block py-2"
        >
          {t('report')}
        </a>
      </figcaption>
    </figure>
  )
}
