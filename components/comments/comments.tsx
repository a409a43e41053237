import { useTranslations } from 'next-intl'
import { LinkRow } from '@/components/ui/link-row'
import type { CommentPage, SidePage } from '@/lib/comments/queries/public'
import { authorAnswerOf } from '@/lib/comments/rules/author-answer'
import { sidesQuestion } from '@/lib/comments/rules/sides'
import type { SurveyView } from '@/lib/surveys/schema'
import { PublishedCommentView, Stance } from './published-comment'

export type Shown = { page: CommentPage; first: boolean } | { sides: SidePage[] }
type CommentsProps = {
  survey: SurveyView
  shown: Shown
  /** The address's parameters that must stay, such as the version whose results stand above. */
  asked: Record<string, string>
}

/** Renders what readers wrote and moderators published: the newest, or equally many of each side. */
export function Comments({ survey, shown, asked }: CommentsProps) {
  const t = useTranslations('comments')
  const question = sidesQuestion(survey.questions)
  const open = survey.questions.some(({ kind }) => kind === 'open')
  const bySide = 'sides' in shown
  const count = bySide ? shown.sides.flatMap(({ comments }) => comments).length : shown.page.comments.length
  if (!open && !count) return null
  const here = (more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...asked, ...more }).toString()
    return `/consultations/${survey.slug}/resultats${query && '?'}${query}#textes`
  }
  const tab = (href: string, label: string, current: boolean) => (
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      className="inline-block py-2 aria-[current]:font-semibold aria-[current]:no-underline"
    >
      {label}
    </a>
  )
  return (
    <section id="textes" aria-labelledby="titre-textes" className="mt-10 border-rule border-t pt-6">
      <h2 id="titre-textes" className="font-semibold text-2xl">
        {t('title')}
      </h2>
      {question && (
        <LinkRow className="no-print mt-2 text-sm">
          {tab(here(), t('newest'), !bySide)}
          {tab(here({ textes: 'reponses' }), t('bySide'), bySide)}
        </LinkRow>
      )}
      {bySide && question ? (
        <Sides survey={survey} sides={shown.sides} />
      ) : (
        <>
          {!bySide &&
            shown.page.comments.map((comment) => (
              <PublishedCommentView key={comment.id} survey={survey} question={question} comment={comment} />
            ))}
          {count === 0 && <p className="mt-4">{t(bySide || shown.first ? 'empty' : 'emptyOlder')}</p>}
          {!bySide && (
            <LinkRow className="no-print mt-6">
              {!shown.first && <a href={here()}>{t('first')}</a>}
              {shown.page.next && <a href={here({ avant: shown.page.next })}>{t('next')}</a>}
            </LinkRow>
          )}
        </>
      )}
    </section>
  )
}

function Sides({ survey, sides }: { survey: SurveyView; sides: SidePage[] }) {
  const t = useTranslations('comments')
  const question = sidesQuestion(survey.questions)
  return (
    <div className="gap-x-8 sm:grid sm:grid-cols-2">
      {sides.map(({ options, comments }) => {
        const ids = options.map(({ id }) => id)
        const key = ids.join('-')
        return (
          <section key={key} aria-labelledby={`avis-${key}`} className="mt-6 min-w-0">
            <h3 id={`avis-${key}`} className="border-rule border-b pb-1 font-sans font-semibold">
              <Stance parts={authorAnswerOf(question, ids)} language={survey.language} />
            </h3>
            {comments.map((comment) => (
              <PublishedCommentView
                key={comment.id}
                survey={survey}
                // The heading names it already.
                question={undefined}
                comment={comment}
              />
            ))}
            {comments.length === 0 && <p className="mt-3 text-muted">{t('emptySide')}</p>}
          </section>
        )
      })}
    </div>
  )
}
