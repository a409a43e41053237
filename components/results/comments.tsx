import { useFormatter, useTranslations } from 'next-intl'
import type { PublishedComment } from '@/lib/comments/queries'
import type { SurveyView } from '@/lib/surveys/schema'
import { typeset } from '@/lib/typography'

/** What readers wrote and moderators published, as text and nothing but text. */
export function Comments({ survey, comments }: { survey: SurveyView; comments: PublishedComment[] }) {
  const t = useTranslations('results')
  const format = useFormatter()
  if (!comments.length) return null
  return (
    <section aria-labelledby="textes" className="mt-10 border-rule border-t pt-6">
      <h2 id="textes" className="font-semibold text-2xl">
        {t('comments')}
      </h2>
      {comments.map((comment) => (
        <figure key={comment.id} className="mt-5 border-rule border-l-2 pl-4">
          <blockquote lang={survey.language} className="whitespace-pre-line" dir="auto">
            {typeset(comment.text, survey.language)}
          </blockquote>
          <figcaption className="mt-1 font-sans text-muted text-sm">
            <time dateTime={comment.at}>{format.dateTime(new Date(comment.at), { dateStyle: 'long' })}</time>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
